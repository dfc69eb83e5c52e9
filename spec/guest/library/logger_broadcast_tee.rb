# Without the require of logger
class Tee
  def initialize(*loggers) = @loggers = loggers

  %i[debug info warn error fatal].each do |level|
    define_method(level) do |message = nil, &block|
      message = block.call if block
      @loggers.each { |l| l.public_send(level, message) }
      self
    end
  end

  def level=(level)
    @loggers.each { |l| l.level = level }
  end
end

class MemoryDevice
  attr_reader :messages
  def initialize = @messages = []
  def write(text) = @messages << text.chomp
  def close = @messages << '(closed)'
end

memory = MemoryDevice.new
screen = Logger.new($stdout, formatter: ->(sev, _, _, msg) { "#{sev[0]}: #{msg}\n" })
archive = Logger.new(memory, level: Logger::WARN, formatter: ->(sev, _, prog, msg) { "#{prog}|#{sev}|#{msg}" }, progname: 'archive')

tee = Tee.new(screen, archive)
tee.info('copying 3 files')
tee.warn('b.txt is empty').error { "c.txt: #{[1, 2].inspect}" }
tee.level = Logger::FATAL
tee.error('too quiet')
tee.fatal('disk full')

puts memory.messages
archive.close
p memory.messages.last, memory.messages.size
p screen.level, archive.level == screen.level
begin
  tee.shout('x')
rescue NoMethodError => e
  puts e.name.inspect
end
