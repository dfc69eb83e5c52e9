require 'optparse'

POLICY_FLAGS = { length: 'minimum length', digits: 'minimum digits', symbols: 'minimum symbols' }.freeze

class Policy
  DEFAULTS = { length: 8, digits: 1, symbols: 0, forbid: [], report: :short }.freeze

  def self.from(argv)
    values = DEFAULTS.dup
    OptionParser.new do |o|
      POLICY_FLAGS.each do |name, help|
        o.on("--#{name}=N", Integer, help) do |n|
          raise OptionParser::InvalidArgument, "#{n} is negative" if n.negative?
          values[name] = n
        end
      end
      o.on('--forbid=WORDS', Array) { |list| values[:forbid] |= list.compact.map(&:downcase) }
      o.on('--report=KIND', [:short, :full]) { |k| values[:report] = k }
    end.then { |parser| new(values, parser.parse(argv)) }
  end

  attr_reader :values, :words

  def initialize(values, words)
    @values, @words = values, words
  end

  def problems(word)
    [].tap do |list|
      list << "shorter than #{values[:length]}" if word.length < values[:length]
      list << "needs #{values[:digits]} digit(s)" if word.count('0-9') < values[:digits]
      list << "needs #{values[:symbols]} symbol(s)" if word.scan(/[^a-z0-9]/i).size < values[:symbols]
      values[:forbid].each { |f| list << "contains #{f}" if word.downcase.include?(f) }
    end
  end

  def report
    words.map do |w|
      bad = problems(w)
      detail = values[:report] == :full ? bad.join('; ') : "#{bad.size} problem(s)"
      "#{w}: #{bad.empty? ? 'ok' : detail}"
    end
  end
end

puts Policy.from(%w[secret longenough1]).report
puts Policy.from(%w[--report full --symbols=1 --length 6 abc d0g!! hunter2]).report
puts Policy.from(%w[--forbid=Pass,,word --rep=full mypassword1]).report
p Policy.from(['--forbid', 'a,b', '--forbid', 'b,c']).values
[%w[--length=-1], %w[--length=1.5], %w[--report=loud], %w[--len]].each do |args|
  Policy.from(args)
rescue OptionParser::ParseError => e
  puts "#{args.first}: #{e.class} | #{e.message} | #{e.args.inspect}"
end
