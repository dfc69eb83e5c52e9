require 'logger'

module Steps
  FORMAT = proc do |severity, _datetime, progname, message|
    text = message.is_a?(String) ? message : message.inspect
    text.lines.map.with_index { |l, i| "#{i.zero? ? severity[0] : ' '} #{'| ' * Steps.depth}#{l.chomp}" }.join("\n") + "\n"
  end

  class << self
    attr_accessor :depth

    def logger
      @logger ||= Logger.new($stdout).tap { |l| l.formatter = FORMAT }
    end

    def step(name)
      logger.info("#{name} {")
      self.depth += 1
      result = yield
      logger.debug { "=> #{result.inspect}" }
      result
    rescue StandardError => e
      logger.error("#{e.class}: #{e.message}")
      raise if depth > 1
    ensure
      self.depth -= 1
      logger.info('}')
    end
  end
  self.depth = 0
end

total = Steps.step('load') do
  rows = Steps.step('parse') { '3 4 5'.split.map(&:to_i) }
  Steps.step('sum') { rows.sum }
end
p total

result = Steps.step('outer') do
  Steps.step('inner') { Integer('12x') }
  puts 'never printed'
end
p result, Steps.depth

Steps.logger.level = :warn
Steps.step('quiet') { Steps.logger.warn("two\nlines") }
Steps.logger.warn(%w[a b])
Steps.logger.info('hidden')
p Steps.logger.warn?, Steps.logger.formatter.arity
