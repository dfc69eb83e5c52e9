# Needs Ruby 3.3: StringScanner#named_captures
require "strscan"
require "time"

class LogScanner
  Event = Struct.new(:time, :level, :source, :fields, :message, keyword_init: true)
  HEAD = /(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\s+(?<level>DEBUG|INFO|WARN|ERROR)\s+\[(?<source>[^\]]*)\]\s*/

  def initialize(text)
    @scanner = StringScanner.new(text)
    @skipped = 0
  end

  attr_reader :skipped

  def events
    found = []
    until @scanner.eos?
      if @scanner.scan(HEAD)
        head = @scanner.named_captures
        found << Event.new(time: Time.iso8601(head["time"]), level: head["level"].downcase.to_sym, source: head["source"],
                           fields: fields, message: message)
      else
        @scanner.skip_until(/\n|\z/)
        @skipped += 1
      end
    end
    found
  end

  private

  def fields
    pairs = {}
    while @scanner.scan(/(\w+)=/)
      key = @scanner[1].to_sym
      pairs[key] = if @scanner.scan(/"((?:\\.|[^"\\])*)"/) then @scanner[1].gsub(/\\(.)/, '\1')
                   elsif @scanner.scan(/(\d+(?:\.\d+)?)(ms|s)?\b/)
                     number = @scanner[1].include?(".") ? @scanner[1].to_f : @scanner[1].to_i
                     @scanner[2] == "s" ? (number * 1000).to_i : number
                   else @scanner.scan(/\S*/)
                   end
      @scanner.skip(/[ \t]+/)
    end
    pairs
  end

  # Lines that begin with a space belong to the event.
  def message
    lines = [@scanner.scan(/[^\n]*/)]
    @scanner.skip(/\n/)
    while @scanner.skip(/[ \t]+/)
      lines << @scanner.scan(/[^\n]*/)
      @scanner.skip(/\n/)
    end
    lines.join("\n")
  end
end

text = <<~LOG
  2026-03-01T08:00:00Z INFO [web] path=/ status=200 took=12ms served
  2026-03-01T08:00:01Z INFO [web] path="/a \\"b\\"" status=404 took=3ms missing
  garbage line
  2026-03-01T08:00:05Z ERROR [worker-1] job=17 took=1.5s retry failed
    at process (job.rb:10)
    at run (worker.rb:3)
  2026-03-01T08:01:00Z WARN [db] took=250 slow query für Müller
  2026-03-01T08:01:30Z DEBUG [] idle
  -- end --
LOG
scanner = LogScanner.new(text)
events = scanner.events
events.each do |event|
  puts "#{event.time.strftime("%H:%M:%S")} #{event.level} #{event.source.inspect} #{event.fields} #{event.message.inspect}"
end
puts "#{events.size} events, #{scanner.skipped} skipped"
puts events.map(&:level).tally.sort_by { |level, count| [-count, level] }.inspect
slow = events.select { |event| event.fields[:took].to_f > 100 }
puts slow.map { |event| "#{event.source}: #{event.fields[:took]}" }
puts (events.last.time - events.first.time).to_i
puts events.each_cons(2).map { |one, two| (two.time - one.time).to_i }.inspect
