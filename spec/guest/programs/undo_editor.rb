# frozen_string_literal: true

# A text buffer with undo, redo, macros and transactions; commands as objects that know their inverse.
class Buffer
  Insert = Struct.new(:at, :text) do
    def apply(s) = s.insert(at, text)
    def inverse(_) = Delete.new(at, text.size)
  end
  Delete = Struct.new(:at, :count) do
    def apply(s) = s.tap { s.slice!(at, count) }
    def inverse(s) = Insert.new(at, s[at, count])
  end
  Replace = Struct.new(:pattern, :with) do
    def apply(s) = s.gsub!(pattern, with) || s
    def inverse(s) = Restore.new(s.dup)
  end
  Restore = Struct.new(:old) do
    def apply(s) = s.replace(old)
    def inverse(s) = Restore.new(s.dup)
  end
  Group = Struct.new(:commands) do
    def apply(s) = commands.inject(s) { |text, command| command.apply(text) }
    def inverse(s) = Group.new(commands.map { |c| c.inverse(s).tap { c.apply(s = s.dup) } }.reverse)
  end

  attr_reader :text

  def initialize(text = "")
    @text = +text
    @done, @undone = [], []
  end

  %i[insert delete replace].each do |name|
    define_method(name) { |*args| run(Buffer.const_get(name.capitalize).new(*args)) }
  end

  def append(text) = insert(@text.size, text)

  def transaction
    before, @pending = @text.dup, []
    yield self
    group, @pending = Group.new(@pending), nil
    @text.replace(before)
    run(group)
  rescue StandardError => e
    @pending = nil
    @text.replace(before)
    warn_text = "rolled back: #{e.message}"
    puts warn_text
    self
  end

  def undo(times = 1) = times.times { step(@done, @undone) } && self
  def redo(times = 1) = times.times { step(@undone, @done) } && self
  def depth = [@done.size, @undone.size]

  private

  def run(command)
    if @pending
      @pending << command
    else
      @done << command.inverse(@text)
      @undone.clear
    end
    command.apply(@text)
    self
  end

  def step(from, to)
    command = from.pop or return
    to << command.inverse(@text)
    command.apply(@text)
  end
end

buffer = Buffer.new("hello")
show = -> { puts "#{buffer.text.inspect} #{buffer.depth}" }
buffer.append(" world").insert(0, ">> ")
show.()
buffer.delete(3, 5)
show.()
buffer.undo
show.()
buffer.undo(2)
show.()
buffer.redo(5)
show.()
buffer.replace(/o/, "0").append("!")
show.()
buffer.undo(2).append("?")
show.()
buffer.redo
show.()
buffer.transaction { |b| b.append(" one").append(" two").delete(0, 3) }
show.()
buffer.undo
show.()
buffer.redo
show.()
buffer.transaction do |b|
  b.append("lost")
  raise "changed my mind"
end
show.()
buffer.undo(100)
show.()

macro = [[:insert, 0, "#"], [:append, "#"], [:replace, /l+/, "L"]]
other = Buffer.new("hello all")
2.times { macro.each { |name, *args| other.public_send(name, *args) } }
puts other.text, other.undo(3).text, other.undo(1).text, other.depth.inspect
Memento = Struct.new(:state, :label)
history = []
state = { list: [1, 2], name: "a" }
snapshot = ->(label) { history << Memento.new(Marshal.load(Marshal.dump(state)), label) } rescue nil
deep = ->(v) { v.is_a?(Hash) ? v.transform_values(&deep) : v.is_a?(Array) ? v.map(&deep) : v.dup }
snapshot = ->(label) { history << Memento.new(deep.(state), label) }
snapshot["start"]
state[:list] << 3
snapshot["added"]
state[:name].upcase rescue nil
state[:list].clear
p history.map { |m| [m.label, m.state[:list]] }, state[:list], history.first.state.equal?(state), history.first.state[:list].frozen?
