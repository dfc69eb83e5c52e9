# Needs Ruby 3.3: its standard library
require 'logger'
require 'stringio'

io = StringIO.new
logger = Logger.new(io, progname: 'shop', level: Logger::INFO)
logger.formatter = proc { |severity, _time, progname, msg| "#{severity.ljust(5)} [#{progname}] #{msg}\n" }

logger.debug('not shown')
logger.info('started')
logger.warn { "cart is #{90 + 5}% full" }
logger.error('payment') { 'card declined' }
logger.fatal(RuntimeError.new('out of memory'))
logger.unknown(:anything)
logger.add(Logger::WARN, 'added', 'job')
logger.log(Logger::INFO, 'logged')
logger << "raw line\n"
puts io.string

io.truncate(0)
io.rewind
p logger.level, logger.debug?, logger.info?, logger.warn?, logger.progname
logger.level = :error
p logger.level, logger.warn?
logger.warn('hidden')
logger.level = 'debug'
logger.debug { 'visible again' }
logger.debug!
logger.info([1, { a: 2 }])
logger.info(nil)
puts io.string
begin
  logger.level = :loud
rescue ArgumentError => e
  puts e.message
end
p Logger::Severity.constants.sort, Logger::UNKNOWN
p logger.add(Logger::DEBUG, 'x'), logger.info('y'), Logger.new(nil).info('nowhere')
logger.with_level(:fatal) { logger.error('muted') }
p io.string.lines.last(2)
logger.fatal!
p logger.error?, logger.fatal?
begin
  logger.formatter = ->(*) { raise 'formatter broke' }
  logger.fatal('x')
rescue RuntimeError => e
  puts e.message
end
