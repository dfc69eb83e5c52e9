require 'logger'
require 'stringio'
require 'set'

SECRET_KEYS = Set['password', 'token', 'card'].freeze

class Redactor
  def initialize(inner) = @inner = inner

  def call(severity, time, progname, message)
    @inner.call(severity, time, progname, clean(message))
  end

  private

  def clean(value)
    case value
    when Hash then value.to_h { |k, v| SECRET_KEYS.include?(k.to_s) ? [k, '***'] : [k, clean(v)] }
    when Array then value.map { |v| clean(v) }
    when String
      value.gsub(/\b(\w+)=(\S+)/) { SECRET_KEYS.include?($1) ? "#{$1}=***" : $& }
           .gsub(/\b(?:\d{4}[ -]?){3}(\d{4})\b/, '****-\1')
    else value
    end
  end
end

plain = lambda do |severity, _, progname, message|
  body = message.is_a?(Hash) ? message.map { |k, v| "#{k}=#{v.is_a?(String) ? v : v.to_s.delete('"')}" }.join(' ') : message
  "#{progname || '-'} #{severity} #{body}\n"
end

out = StringIO.new
log = Logger.new(out)
log.formatter = Redactor.new(plain)

log.info('login user=ann password=hunter2 ip=10.0.0.1')
log.info('auth') { { user: 'bob', token: 'abc', nested: %w[x] } }
log.warn('card 4111 1111 1111 1234 refused')
log.error(['token=1', 'safe=2'])
log.debug(nil)
log.info(token: 'zzz', amount: 12)

puts out.string
leaks = out.string.lines.grep(/hunter2|abc|zzz|4111/)
p leaks
levels = out.string.scan(/^\S+ ([A-Z]+) /).flatten.tally
p levels
out.reopen(+'')
log.reopen
log.info('after reopen')
p out.string
