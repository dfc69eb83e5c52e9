require 'optparse'

class App
  COMMANDS = {}

  def self.command(name, summary, &setup)
    COMMANDS[name] = [summary, setup]
  end

  command('add', 'Add a task') do |o, s|
    s[:priority] = 3
    o.on('-p', '--priority N', Integer) { |n| (1..5).cover?(n) ? s[:priority] = n : raise(OptionParser::InvalidArgument, n) }
    o.on('--due DAY', /\A(mon|tue|wed|thu|fri)\z/) { |d, _| s[:due] = d }
  end

  command('list', 'Show tasks') do |o, s|
    o.on('-a', '--[no-]all') { |v| s[:all] = v }
    o.on('--sort KEY', { 'name' => :title, 'prio' => :priority }) { |k| s[:sort] = k }
  end

  def run(argv)
    argv = argv.dup
    settings = {}
    globals = OptionParser.new do |o|
      o.banner = 'Usage: todo [-q] COMMAND [options]'
      o.on('-q', '--quiet') { settings[:quiet] = true }
      o.separator ''
      COMMANDS.each { |name, (summary, _)| o.separator "    #{name.ljust(8)}#{summary}" }
    end
    globals.order!(argv)
    name = argv.shift
    return globals.to_s unless name

    _, setup = COMMANDS.fetch(name)
    OptionParser.new { |o| setup.call(o, settings) }.permute!(argv)
    "#{name} #{settings} #{argv}"
  rescue KeyError
    "unknown command #{name.inspect}, try #{COMMANDS.keys.join(' or ')}"
  rescue OptionParser::ParseError => e
    "#{e.message} (#{e.class})"
  end
end

app = App.new
puts app.run(%w[-q add milk -p 2 --due fri])
puts app.run(%w[list -a --sort prio])
puts app.run(%w[list --no-all -q])
puts app.run(%w[add -p 9 x])
puts app.run(%w[add --due someday])
puts app.run(%w[--quiet])
puts app.run(%w[remove 1])
puts app.run(%w[add a b --prio=1 c])
