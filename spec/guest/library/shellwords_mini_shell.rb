# Without the require of shellwords
class MiniShell
  class CommandNotFound < StandardError; end

  def initialize
    @vars = { 'USER' => 'guest' }
    @files = { 'notes.txt' => "buy milk\ncall Bob\n", 'my list' => "one\ntwo\n" }
    @status = 0
  end

  def run(line)
    name, *args = Shellwords.split(expand(line))
    return '' if name.nil? || name.start_with?('#')
    return assign(name) if name.match?(/\A\w+=/)

    handler = "cmd_#{name}"
    raise CommandNotFound, "#{name}: command not found" unless respond_to?(handler, true)

    @status = 0
    send(handler, *args)
  rescue CommandNotFound, ArgumentError, KeyError => e
    @status = e.is_a?(CommandNotFound) ? 127 : 1
    "sh: #{e.message}"
  end

  private

  def expand(line)
    line.gsub(/'[^']*'|\$(\w+|\?)/) { |m| $1 ? ($1 == '?' ? @status.to_s : Shellwords.escape(@vars.fetch($1, ''))) : m }
  end

  def assign(pair)
    key, value = pair.split('=', 2)
    @vars[key] = value
    ''
  end

  def cmd_echo(*words) = words.join(' ')
  def cmd_cat(*names) = names.map { |n| @files.fetch(n) { raise KeyError, "no such file: #{n}" } }.join
  def cmd_ls = @files.keys.sort.shelljoin
  def cmd_wc(name) = cmd_cat(name).then { |t| "#{t.lines.size} #{t.split.size} #{t.size} #{name}" }
  def cmd_write(name, *words) = @files[name] = "#{words.join("\n")}\n"
end

shell = MiniShell.new
[
  'echo hello   world', 'echo "hello   world"', 'GREETING="good day"', 'echo $GREETING $USER', "echo '$GREETING'",
  'ls', 'cat "my list"', 'cat nope', 'echo $?', 'frob x', 'echo $?', 'wc notes.txt', 'wc', 'write "new file" a "b c"', 'cat new\ file',
  'echo "open', '', '# comment'
].each do |line|
  puts "$ #{line}"
  out = shell.run(line)
  puts out unless out.empty?
end
