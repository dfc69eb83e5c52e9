# The command pattern: do, undo, redo, macros and merged typing.
class Document
  attr_reader :text

  def initialize(text = +"") = @text = text
  def insert(at, piece) = @text.insert(at, piece)
  def remove(at, size) = @text.slice!(at, size)
end

Insert = Struct.new(:at, :piece) do
  def apply(doc) = doc.insert(at, piece)
  def revert(doc) = doc.remove(at, piece.size)
  def merge(other) = other.is_a?(Insert) && other.at == at + piece.size ? Insert.new(at, piece + other.piece) : nil
end

Remove = Struct.new(:at, :size, :removed) do
  def apply(doc) = self.removed = doc.remove(at, size)
  def revert(doc) = doc.insert(at, removed)
  def merge(_) = nil
end

class Macro
  def initialize(*commands) = @commands = commands
  def apply(doc) = @commands.each { _1.apply(doc) }
  def revert(doc) = @commands.reverse_each { |c| c.revert(doc) }
  def merge(_) = nil
end

class Editor
  def initialize(document) = (@document, @done, @undone = document, [], [])

  def run(command, merge: false)
    command.apply(@document)
    @undone.clear
    merged = @done.last&.merge(command) if merge
    merged ? @done[-1] = merged : @done << command
    self
  end

  def undo = shift(@done, @undone, :revert)
  def redo = shift(@undone, @done, :apply)
  def type(text) = text.each_char.with_index(@document.text.size) { |c, i| run(Insert.new(i, c), merge: true) } && self
  def to_s = "#{@document.text.inspect} (#{@done.size}/#{@undone.size})"

  private

  def shift(from, to, action)
    command = from.pop or return self
    command.public_send(action, @document)
    to.push(command)
    self
  end
end

e = Editor.new(Document.new)
puts e.type("hello"), e.run(Insert.new(5, " world")), e.run(Remove.new(0, 1)), e.undo, e.undo, e.undo, e.undo, e.redo, e.redo, e.redo, e.redo
puts e.run(Macro.new(Insert.new(0, ">> "), Remove.new(3, 2), Insert.new(3, "J"))), e.undo, e.redo.undo, e.run(Insert.new(0, "!")), e.redo
