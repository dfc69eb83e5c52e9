require 'ostruct'

settings = OpenStruct.new(host: 'localhost', 'port' => 3000, tls: false)
p settings
puts settings.host, settings.port, settings[:tls].inspect, settings['host']

settings.timeout = 2.5
settings[:retries] = 3
settings['user name'] = 'ann'
p settings
p settings.missing, settings[:missing]
p settings.respond_to?(:timeout), settings.respond_to?(:missing), settings.respond_to?(:timeout=)
p settings.to_h, settings.to_h { |k, v| [k.to_s.upcase, v.to_s] }
p settings.each_pair.to_a.first(2), settings.each_pair.size

p settings.delete_field(:retries)
p settings.retries
begin
  settings.delete_field(:nope)
rescue NameError => e
  puts "#{e.class}: #{e.message[/no field .nope. in/]}"
end
p settings.delete_field(:nope) { :absent }

nested = OpenStruct.new(db: OpenStruct.new(name: 'shop', replicas: [OpenStruct.new(id: 1)]))
p nested.dig(:db, :name), nested.dig(:db, :replicas, 0, :id), nested.dig(:db, :nope)
p nested
begin
  nested.dig(1)
rescue TypeError => e
  puts e.message
end

a = OpenStruct.new(x: 1)
b = OpenStruct.new(x: 1)
p a == b, a.eql?(b), a.equal?(b), a.hash == b.hash, a == { x: 1 }
c = a.dup
c.x = 2
p a.x, c.x
a.freeze
begin
  a.x = 9
rescue FrozenError => e
  puts e.class
end
begin
  settings.host(1)
rescue ArgumentError => e
  puts e.message
end
begin
  settings.frobnicate('x', 2)
rescue NoMethodError => e
  puts e.message[/undefined method .frobnicate'/]
end
