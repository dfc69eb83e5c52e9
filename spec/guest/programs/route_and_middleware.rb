# A little web router: path patterns, middleware chains, responses.
Request = Struct.new(:verb, :path, :params, :headers, keyword_init: true) do
  def initialize(params: {}, headers: {}, **rest) = super
end
Response = Struct.new(:status, :body) do
  def to_s = "#{status} #{body}"
end

class Router
  def initialize(&) = (@routes, @stack = [], []).then { instance_exec(&) }

  %i[get post delete].each do |verb|
    define_method(verb) { |pattern, &action| @routes << [verb, pattern.split("/").reject(&:empty?), action] }
  end

  def use(&middleware) = @stack << middleware

  def call(request)
    @stack.reverse.reduce(method(:dispatch)) { |inner, layer| ->(r) { layer.call(r, inner) } }.call(request)
  end

  private

  def dispatch(request)
    parts = request.path.split("/").reject(&:empty?)
    candidates = @routes.filter_map do |verb, pattern, action|
      captures = capture(pattern, parts)
      [verb, captures, action] if captures
    end
    return Response.new(404, "nothing at #{request.path}") if candidates.empty?

    _, captures, action = candidates.find { |verb, *| verb == request.verb }
    return Response.new(405, "use #{candidates.map(&:first).join(", ")}") unless action

    result = action.call(**captures, **request.params)
    result.is_a?(Response) ? result : Response.new(200, result)
  end

  def capture(pattern, parts)
    return if pattern.size != parts.size && pattern.last != "*"

    pattern.zip(parts).each_with_object({}) do |(want, got), captures|
      if want == "*" then return captures
      elsif want.start_with?(":") then captures[want[1..].to_sym] = got
      elsif want != got then return nil
      end
    end
  end
end

log = []
router = Router.new do
  use { |request, inner| log << request.path; inner.call(request).tap { |r| log << r.status } }
  use do |request, inner|
    request.headers[:token] || request.verb == :get ? inner.call(request) : Response.new(401, "token?")
  end
  use { |request, inner| inner.call(request) rescue Response.new(500, "#{$!.class}: #{$!.message}") }
  get("/users/:id") { |id:| "user #{id}" }
  get("/users/:id/posts/:post") { |id:, post:, page: 1| "#{id} #{post} p#{page}" }
  post("/users") { |name: "?", **| Response.new(201, "made #{name}") }
  delete("/users/:id") { |id:| raise KeyError, "no #{id}" }
  get("/files/*") { "a file" }
end
[[:get, "/users/7"], [:get, "/users/7/posts/9", { page: 3 }], [:post, "/users", { name: "Z" }, { token: 1 }], [:post, "/users"],
 [:delete, "/users/5", {}, { token: 1 }], [:get, "/none"], [:post, "/users/7", {}, { token: 1 }], [:get, "/files/a"], [:get, "/users/7/posts/1", { pages: 3 }]].each do |verb, path, params = {}, headers = {}|
  puts router.call(Request.new(verb: verb, path: path, params: params, headers: headers.dup))
end
puts log.size, log.last
