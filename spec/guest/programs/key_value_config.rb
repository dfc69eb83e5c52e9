CONFIG = <<~TEXT
  # server settings
  [server]
  host = example.org
  port = 8080
  debug = true
  ratio = 0.75

  [paths]
  ; where things live
  root = /srv/app
  allowed = a, b,  c
  empty =
TEXT

def convert(text)
  case text
  when "true" then true
  when "false" then false
  when "" then nil
  else
    if text.include?(",")
      text.split(",").map { |part| convert(part.strip) }
    else
      begin
        Integer(text)
      rescue ArgumentError
        begin
          Float(text)
        rescue ArgumentError
          text
        end
      end
    end
  end
end

def parse(text)
  section = nil
  text.each_line.with_object({}) do |line, config|
    line = line.strip
    next if line.empty? || line.start_with?("#", ";")

    if line.start_with?("[") && line.end_with?("]")
      section = line[1..-2].to_sym
      config[section] = {}
    else
      key, value = line.split("=", 2).map(&:strip)
      config[section][key.to_sym] = convert(value)
    end
  end
end

config = parse(CONFIG)
config.each do |section, values|
  puts "[#{section}]"
  values.each { |key, value| puts "  #{key.to_s.ljust(8)} -> #{value.inspect} (#{value.class})" }
end

puts config.dig(:server, :port) + 1
puts config.dig(:paths, :allowed, 1)
p config.dig(:paths, :missing)
p config[:server].key?(:host), config[:server].values_at(:host, :debug)
