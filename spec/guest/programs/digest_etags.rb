require "digest"

# A small HTTP cache: entity tags, conditional requests, and what was answered.
class Resource
  attr_reader :body, :version

  def initialize(body, weak: false)
    @weak = weak
    replace(body)
  end

  def replace(body)
    @body = body
    @version = @version.to_i + 1
  end

  def etag
    # A weak tag does not mind spaces.
    text = @weak ? body.split.join(" ") : body
    "#{"W/" if @weak}\"#{Digest::SHA256.base64digest(text)[0, 16].tr("+/", "-_")}\""
  end

  def content_md5 = Digest::MD5.base64digest(body)
end

class Server
  Response = Struct.new(:status, :headers, :body) do
    def to_s = "#{status} #{headers.map { |name, value| "#{name}=#{value}" }.join(" ")} #{body.to_s.bytesize} bytes"
  end

  def initialize(resources) = @resources = resources

  def get(path, headers = {})
    resource = @resources[path] or return Response.new(404, {}, "no #{path}")
    tags = { "ETag" => resource.etag, "Content-MD5" => resource.content_md5 }
    return Response.new(304, tags.slice("ETag"), nil) if any?(headers["If-None-Match"], resource.etag, weak: true)

    Response.new(200, tags, resource.body)
  end

  def put(path, body, headers = {})
    resource = @resources[path]
    return Response.new(412, {}, nil) if headers["If-Match"] && !any?(headers["If-Match"], resource&.etag, weak: false)
    return Response.new(400, {}, nil) if headers["Content-MD5"] && headers["Content-MD5"] != Digest::MD5.base64digest(body)

    resource ? resource.replace(body) : @resources[path] = Resource.new(body)
    Response.new(resource ? 200 : 201, { "ETag" => @resources[path].etag }, nil)
  end

  private

  def any?(header, etag, weak:)
    return false if header.nil? || etag.nil?
    return true if header == "*"

    header.scan(%r{(?:W/)?"[^"]*"}).any? do |tag|
      weak ? tag.delete_prefix("W/") == etag.delete_prefix("W/") : tag == etag && !tag.start_with?("W/")
    end
  end
end

server = Server.new("/tea" => Resource.new("Grüner Tee\n"), "/menu" => Resource.new("tea  cake", weak: true))
first = server.get("/tea")
puts first, server.get("/tea", "If-None-Match" => first.headers["ETag"]), server.get("/tea", "If-None-Match" => '"x", *'),
     server.get("/tea", "If-None-Match" => "\"x\", #{first.headers["ETag"]}"), server.get("/none")
puts server.put("/tea", "Schwarzer Tee\n", "If-Match" => first.headers["ETag"])
puts server.put("/tea", "too late", "If-Match" => first.headers["ETag"])
puts server.get("/tea", "If-None-Match" => first.headers["ETag"])
menu = server.get("/menu").headers["ETag"]
puts menu, server.put("/menu", "tea cake", "If-Match" => menu), server.put("/menu", " tea\ncake ")
puts server.get("/menu").headers["ETag"] == menu, server.get("/menu", "If-None-Match" => menu)
puts server.put("/new", "abc", "Content-MD5" => "kAFQmDzST7DWlj99KOF/cg=="), server.put("/new", "abd", "Content-MD5" => "kAFQmDzST7DWlj99KOF/cg==")
