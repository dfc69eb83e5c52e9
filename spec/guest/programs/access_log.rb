LOG = <<~'LINES'
  10.0.0.1 - - [12/Mar/2024:10:15:32 +0000] "GET /index.html HTTP/1.1" 200 5120 "-" "Mozilla/5.0"
  10.0.0.2 - ann [12/Mar/2024:10:15:33 +0000] "POST /api/items?id=7&x=%20 HTTP/1.1" 201 312 "https://example.com/" "curl/7.88"
  10.0.0.1 - - [12/Mar/2024:10:16:01 +0000] "GET /missing HTTP/1.1" 404 0 "-" "Mozilla/5.0"
  10.0.0.3 - - [12/Mar/2024:11:02:45 +0000] "GET /api/items HTTP/2" 500 77 "-" "bot (+http://bot.example)"
  this line is broken
  10.0.0.2 - ann [12/Mar/2024:11:03:00 +0000] "DELETE /api/items/7 HTTP/1.1" 204 - "-" "curl/7.88"
LINES

PATTERN = %r{
  \A(?<ip>\d{1,3}(?:\.\d{1,3}){3})\s-\s(?<user>\S+)\s
  \[(?<day>\d\d)/(?<month>[A-Z][a-z]{2})/(?<year>\d{4}):(?<clock>\d\d:\d\d:\d\d)\s(?<zone>[+-]\d{4})\]\s
  "(?<verb>[A-Z]+)\s(?<path>[^\s?]+)(?:\?(?<query>\S*))?\s[^"]+"\s
  (?<status>\d{3})\s(?<bytes>\d+|-)\s
  "(?<referer>[^"]*)"\s"(?<agent>[^"]*)"\z
}x
MONTHS = %w[Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec].each.with_index(1).to_h.freeze

Entry = Struct.new(:ip, :user, :time, :verb, :path, :query, :status, :bytes, :agent, keyword_init: true) do
  def self.parse(line)
    m = PATTERN.match(line) or return nil
    h, min, s = m[:clock].split(":").map(&:to_i)
    new(
      ip: m[:ip], user: (m[:user] unless m[:user] == "-"),
      time: Time.utc(m[:year].to_i, MONTHS.fetch(m[:month]), m[:day].to_i, h, min, s),
      verb: m[:verb].downcase.to_sym, path: m[:path], query: m["query"],
      status: m[:status].to_i, bytes: m[:bytes].to_i, agent: m[:agent][%r{\A[^/ (]+}]
    )
  end

  def error? = status >= 400
end

entries, broken = LOG.lines(chomp: true).each_with_index.map { |l, i| [Entry.parse(l), i + 1] }.partition(&:first)
entries = entries.map(&:first)
puts "#{entries.size} entries, broken lines: #{broken.map(&:last).join(', ')}"

entries.each do |e|
  puts format("%s %-8s %-6s %-16s %3d %6s", e.time.strftime("%H:%M:%S"), e.user || "anon", e.verb, e.path, e.status, e.bytes.to_s)
end

puts "by hour:"
entries.chunk_while { |a, b| a.time.hour == b.time.hour }.each do |group|
  puts "  #{group.first.time.strftime('%d %b %H:00')} #{'#' * group.size} #{group.sum(&:bytes)} bytes"
end
puts "by status class: " + entries.group_by { |e| e.status / 100 }.sort.map { |k, v| "#{k}xx=#{v.size}" }.join(" ")
puts "agents: " + entries.map(&:agent).tally.sort_by { |name, n| [-n, name] }.map { |name, n| "#{name}(#{n})" }.join(", ")
gaps = entries.each_cons(2).map { |a, b| (b.time - a.time).to_i }
p gaps, gaps.max, gaps.sum.divmod(60)
p entries.select(&:error?).map(&:path), entries.map(&:query).compact
p entries.find { |e| e.query }.query.scan(/(\w+)=([^&]*)/).to_h.map { |k, v| [k.to_sym, v.gsub(/%(\h\h)/) { $1.hex.chr }] }
first = PATTERN.match(LOG.lines.first.chomp)
p first.names.size, first.begin(:ip), first.end(:ip), first.named_captures.values_at("verb", "status"), first.values_at(:day, :month)
p LOG[/"(\w+) \S+ HTTP/, 1], LOG.scan(/" (\d{3}) /).flatten.map(&:to_i).tally.keys.sort, LOG =~ /404/, $~.pre_match.count("\n")
