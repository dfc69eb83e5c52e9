# frozen_string_literal: true

# Pretty printing: a value over as many lines as it needs. An object may say by pretty_print(q) how it is printed.
class PP
  Group = Struct.new(:indent, :parts)
  Break = Struct.new(:text)
  WIDTH = 79

  class << self
    # Whether an object that was printed is shortened as one is within itself.
    attr_accessor :sharing_detection

    def pp(object, out = $stdout, width = WIDTH)
      out << new.pp(object).render(width) << "\n"
    end

    def singleline_pp(object, out = $stdout)
      out << new.pp(object).render(Float::INFINITY)
    end
  end

  def initialize
    @parts = []
    @under_way = {}.compare_by_identity
  end

  def text(string, _width = nil)
    @parts << string.to_s
  end

  def breakable(separator = " ", _width = nil)
    @parts << Break.new(separator)
  end

  def fill_breakable(separator = " ", _width = nil) = group { breakable(separator) }

  def comma_breakable
    text ","
    breakable
  end

  def group(indent = 0, open = "", close = "", _open_width = nil, _close_width = nil)
    text open unless open.empty?
    outer = @parts
    outer << Group.new(indent, @parts = [])
    begin
      yield
    ensure
      @parts = outer
    end
    text close unless close.empty?
  end

  # A group that is broken where the one around it is.
  def nest(indent)
    outer = @parts
    outer << [indent, @parts = []]
    begin
      yield
    ensure
      @parts = outer
    end
  end

  def seplist(list, separator = nil, iterator = :each)
    first = true
    list.__send__(iterator) do |*values|
      if first
        first = false
      elsif separator
        separator.call
      else
        comma_breakable
      end
      yield(*values)
    end
  end

  def pp(object)
    one = object.respond_to?(:__getobj__) ? object.__getobj__ : object
    if @under_way[one]
      group { one.pretty_print_cycle(self) }
    else
      begin
        @under_way[one] = true
        group { object.pretty_print(self) }
      ensure
        @under_way.delete(one) unless PP.sharing_detection
      end
    end
    self
  end

  def pp_hash(hash)
    group(1, "{", "}") { seplist(hash, nil, :each_pair) { |key, value| group { pp_hash_pair(key, value) } } }
  end

  def pp_hash_pair(key, value)
    if Symbol === key
      text({ key => 0 }.inspect[1..-4])
    else
      pp key
      text " =>"
    end
    group(1) do
      breakable
      pp value
    end
  end

  def pp_object(object)
    pp_members(object.__pp_head, object.pretty_print_instance_variables) { |name| object.instance_variable_get(name) }
  end

  def pp_members(head, names)
    group(1, head, ">") do
      seplist(names, -> { text "," }) do |name|
        breakable
        text "#{name}="
        group(1) do
          breakable ""
          pp(yield(name))
        end
      end
    end
  end

  # The text in lines of `width`, where that can be: a group that does not fit is broken at each of its breaks.
  def render(width)
    out = +""
    column = 0
    rest = [[0, true, Group.new(0, @parts)]]
    while (indent, broken, part = rest.pop)
      case part
      when String
        out << part
        column += part.size
      when Break
        out << (broken ? "\n#{" " * indent}" : part.text)
        column = broken ? indent : column + part.text.size
      else
        broken = !__fits?(width - column, part, rest) if Group === part
        deeper, parts = *part
        parts.reverse_each { |inner| rest << [indent + deeper, broken, inner] }
      end
    end
    out
  end

  private

  # Whether a group fits on the line, with what follows up to the next break of a broken group.
  def __fits?(room, group, rest)
    ahead = [[false, group]]
    index = rest.size
    while room >= 0
      if ahead.empty?
        return true if (index -= 1).negative?

        _, broken, part = rest[index]
      else
        broken, part = ahead.pop
      end
      case part
      when String then room -= part.size
      when Break
        return true if broken

        room -= part.text.size
      else part.to_a[1].reverse_each { |inner| ahead << [Group === part ? false : broken, inner] }
      end
    end
    false
  end
end

class PP
  # How an object is printed whose class does not say it.
  module ObjectMixin
    def pretty_print(printer)
      method(:inspect).owner == Kernel ? printer.pp_object(self) : printer.text(inspect)
    end

    def pretty_print_cycle(printer) = printer.text("#{__pp_head} ...>")
    def pretty_print_instance_variables = instance_variables.sort
    def __pp_head = Kernel.instance_method(:to_s).bind_call(self).chop

    # For classes that say it, as their inspect.
    def pretty_print_inspect
      raise "pretty_print is not overridden for #{self.class}" if method(:pretty_print).owner == PP::ObjectMixin

      PP.singleline_pp(self, +"")
    end
  end
end

class Object
  include PP::ObjectMixin
end

[Numeric, Symbol, NilClass, TrueClass, FalseClass, Module].each do |type|
  type.class_eval { def pretty_print_cycle(printer) = printer.text(inspect) }
end

module Kernel
  def pretty_inspect = +"" << PP.new.pp(self).render(PP::WIDTH) << "\n"

  private

  def pp(*objects)
    objects.each { |object| PP.pp(object) }
    objects.size > 1 ? objects : objects.first
  end
end

class Array
  def pretty_print(printer) = printer.group(1, "[", "]") { printer.seplist(self) { |item| printer.pp item } }
  def pretty_print_cycle(printer) = printer.text(empty? ? "[]" : "[...]")
end

class Hash
  def pretty_print(printer) = printer.pp_hash(self)
  def pretty_print_cycle(printer) = printer.text(empty? ? "{}" : "{...}")
end

class String
  def pretty_print(printer)
    parts = lines
    return printer.text(inspect) if parts.size < 2

    plus = lambda do
      printer.text " +"
      printer.breakable
    end
    printer.group { printer.seplist(parts, plus) { |line| printer.pp line } }
  end
end

class Struct
  # A member may have the name of a method that is asked here.
  def pretty_print(printer)
    names = Struct.instance_method(:members).bind_call(self)
    printer.pp_members("#<struct #{__name}", names) { |name| self[name] }
  end

  def pretty_print_cycle(printer) = printer.text("#<struct #{__name}:...>")

  private

  def __name = Kernel.instance_method(:class).bind_call(self).name
end

class Data
  def pretty_print(printer)
    name = self.class.name
    printer.pp_members("#<data#{" #{name}" if name}", self.class.members) { |member| public_send(member) }
  end

  def pretty_print_cycle(printer) = printer.text("#<data #{self.class.name}:...>")
end
