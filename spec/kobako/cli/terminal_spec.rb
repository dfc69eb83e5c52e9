# frozen_string_literal: true

require "support/command"
require "support/processes"
require "support/terminal"

# The command in a real terminal, which tmux is.
RSpec.describe "exe/kobako in a terminal" do
  include Processes

  around do |example|
    Dir.mktmpdir do |folder|
      @folder = folder
      File.write("#{folder}/kobako", "#!/bin/sh\nexec #{Command::COMMAND_LINE} \"$@\"\n")
      File.chmod(0o755, "#{folder}/kobako")
      @terminal = Terminal.new(folder)
      example.run
    ensure
      @terminal.close
    end
  end

  def open(*shell)
    env = { "PATH" => "#{@folder}:#{ENV.fetch("PATH")}", "XDG_STATE_HOME" => "#{@folder}/state", "PS1" => "$ ",
            "KOBAKO_CACHE_DIR" => Processes::CACHE, "TERM" => "screen", "LC_ALL" => "C.UTF-8" }.compact
    @terminal.open(shell, env)
    wait_until(0.02) { !@terminal.screen.strip.empty? }
  end

  # Types, and waits for what the screen shows then.
  def type(text, shows, key: "Enter")
    @terminal.type(text)
    press(key, shows)
  end

  def press(key, shows)
    @terminal.press(key)
    begin
      wait_until(0.02) { @terminal.screen.match?(shows) }
    rescue StandardError => e
      raise "#{e.message} for #{shows.inspect}, the screen is:\n#{@terminal.screen}"
    end
  end

  it "is a repl with lines that go on, history, completion and Ctrl-C" do
    File.write("#{@folder}/s.rb", <<~RUBY)
      class Orders
        def find(id) = id
      end
      Kobako::CLI.services { |sandbox| sandbox.bind("Shop::Orders", Orders.new) }
    RUBY
    open("bash", "--norc")
    type("kobako repl -r s.rb", /^kobako:1>$/)
    type("def f(x)", /^kobako:2\*/)
    type("  x + 1", /^kobako:3\*/)
    type("end", /^=> :f\nkobako:4>$/)
    type("puts f(1)", /^2\n=> nil\nkobako:5>$/)
    type("puts 'runs'; loop {}", /^runs$/)
    press("C-c", /^stopped, and not kept\nkobako:5>$/)
    type("[1, ", /^kobako:6\*/)
    press("C-c", /\^C\nkobako:5>$/)
    type("Shop::Or", /^kobako:5> Shop::Orders$/, key: "Tab")
    type(".fi", /^kobako:5> Shop::Orders\.find$/, key: "Tab")
    type("(7)", /^=> 7\nnote: services were called.*\nkobako:6>$/)
    type('print "\e[7m\a"', /^\^\[\[7m\^G=> nil\nkobako:7>$/)
    type("exit 3", /^\$$/)
    type("echo status $?", /^status 3$/)
    type("clear; LC_ALL=C kobako repl", /\Akobako .*\nkobako:1>$/)
    press("Up", /^kobako:1> exit 3$/)
    press("Up", /^kobako:1> print "/)
    press("C-c", /\^C\nkobako:1>$/)
    type("'é'.size", /^=> 1\nkobako:2>$/)
    press("C-d", /^kobako:2>\n\$$/)
  end

  it "is stopped by Ctrl-C, and completed by bash" do
    open("bash", "--norc")
    type('eval "$(kobako completion bash)"; clear', /\A\$$/)
    type("kobako ev", /^\$ kobako eval$/, key: "Tab")
    type("--no-v", /^\$ kobako eval --no-value$/, key: "Tab")
    type("-e 'puts 1; loop {}'", /^1$/)
    press("C-c", /^\^C\n\$$/)
    type("echo status $?", /^status 130$/)
  end

  it "is completed by zsh" do
    open("zsh", "-f")
    type("PS1='$ '; autoload -Uz compinit; compinit -D; eval \"$(kobako completion zsh)\"; clear", /\A\$$/)
    type("kobako ev", /^\$ kobako eval$/, key: "Tab")
    type("--clock ho", /^\$ kobako eval --clock host$/, key: "Tab")
    type("--req", /^\$ kobako eval --clock host --require=$/, key: "Tab")
    type("kob", /--require=kobako$/, key: "Tab")
  end
end
