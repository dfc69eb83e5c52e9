require 'yaml'

PLAY = YAML.load(<<~'YAML', symbolize_names: true)
  vars:
    user: deploy
    home: /home/{{ user }}
    packages: [git, nginx]
  tasks:
    - name: install
      loop: packages
      run: apt install {{ item }}
    - name: clone
      run: git clone app {{ home }}/app
      register: clone
      when: user == deploy
    - name: skip me
      run: echo never
      when: user == root
    - name: report
      run: "echo {{ clone }} / {{ missing }}"
YAML

class Runner
  UndefinedVariable = Class.new(StandardError)

  def initialize(play)
    @vars = play[:vars].dup
    @tasks = play[:tasks]
    @log = []
  end

  def call
    @tasks.each do |task|
      case task
      in { when: condition } if !met?(condition) then note(task, 'skipped')
      in { loop: list, run: } then @vars.fetch(list.to_sym).each { |item| note(task, expand(run, item:)) }
      in { run:, register: } then note(task, @vars[register.to_sym] = expand(run))
      in { run: } then note(task, expand(run))
      end
    rescue UndefinedVariable => e
      note(task, "FAILED: #{e.message}")
    end
    @log
  end

  private

  def note(task, text) = @log << { 'task' => task[:name], 'result' => text }

  def met?(condition)
    left, op, right = condition.split
    raise ArgumentError, "operator #{op}" unless op == '=='

    @vars[left.to_sym] == right
  end

  def expand(text, **extra)
    text.gsub(/\{\{\s*(\w+)\s*\}\}/) do
      key = $1.to_sym
      value = extra.fetch(key) { @vars.fetch(key) { raise UndefinedVariable, key } }
      value.to_s.include?('{{') ? expand(value, **extra) : value
    end
  end
end

log = Runner.new(PLAY).call
puts log.to_yaml
p log.last
p PLAY[:tasks].map(&:keys).flatten.tally
puts YAML.dump(log.first, indentation: 4, line_width: 20)
