require 'shellwords'

LINES = [
  %q(cp "my file.txt" /tmp), %q(grep -e 'it''s' a\ b), %q(echo "say \"hi\"" \$HOME), %q(), %q(  spaced   out  ),
  %q(a'b'"c"d), %q(empty '' ""), %q(tab	separated), %q(back\\\\slash), %q("$x `y`")
].freeze
LINES.each { |l| puts "#{l.inspect} => #{l.shellsplit.inspect}" }

[%q(unclosed "quote), %q(it's)].each do |bad|
  Shellwords.split(bad)
rescue ArgumentError => e
  puts "#{e.class}: #{e.message}"
end

['plain', 'two words', "it's", '', '$HOME', "line\nbreak", 'ünï', 'a=b', '*.rb', '~user', '%x'].each do |word|
  escaped = Shellwords.escape(word)
  puts "#{word.inspect.ljust(14)} #{escaped.inspect.ljust(18)} #{escaped.shellsplit == [word]}"
end

class Command
  def initialize(name) = (@words = [name])

  def flag(name, value = true)
    option = "#{name.length == 1 ? '-' : '--'}#{name.to_s.tr('_', '-')}"
    case value
    when true then @words << option
    when nil, false then nil
    when Array then value.each { |v| flag(name, v) }
    else name.length == 1 ? @words.push(option, value.to_s) : @words.push("#{option}=#{value}")
    end
    self
  end

  def arg(*values) = tap { @words.concat(values.map(&:to_s)) }
  def to_s = @words.shelljoin
end

cmd = Command.new('convert').flag(:v).flag(:max_size, '10 MB').flag(:q, 85).flag(:skip, nil).flag(:D, %w[a b]).arg('in file.png', :out)
puts cmd
p cmd.to_s.shellsplit.size
p %w[a b\ c].shelljoin, Shellwords.join(['x', 'y z']), Shellwords.shellwords('p "q r"'), 'a b'.shellescape
begin
  Shellwords.escape("nul\0")
rescue ArgumentError => e
  puts e.message
end
