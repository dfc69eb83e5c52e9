require 'logger'
require 'json'

class JsonFormatter < Logger::Formatter
  def initialize(service)
    super()
    @service = service
    @sequence = 0
  end

  def call(severity, _time, progname, message)
    record = { seq: @sequence += 1, level: severity.downcase, service: @service }
    record[:from] = progname if progname
    case message
    when Hash then record.merge!(message)
    when Exception then record.update(error: message.class.name, message: message.message)
    when String then record[:message] = message
    else record[:message] = message.inspect
    end
    "#{JSON.generate(record)}\n"
  end
end

logger = Logger.new($stdout, formatter: JsonFormatter.new('billing'))

logger.info('ready')
logger.info(event: 'invoice', id: 12, total: 99.5)
logger.warn('worker') { { retries: 3 } }
logger.debug([1, nil])

def charge(cents)
  raise ArgumentError, 'amount must be positive' unless cents.positive?

  "charged #{cents}"
end

[250, 0, nil].each do |cents|
  logger.info(charge(cents))
rescue ArgumentError => e
  logger.error(e)
rescue NoMethodError => e
  logger.fatal(error: e.class.name, receiver: e.receiver.inspect)
end

logger.progname = 'cron'
logger.info('nightly')
logger.info('override') { 'block wins' }
logger.level = Logger::ERROR
logger.warn('lost')
p logger.formatter.class, logger.formatter.class.superclass
