# frozen_string_literal: true

# Gives CRuby 3.1 to 3.3 the texts of Ruby 4.0: what `inspect` writes, and the messages of exceptions. Required before
# a program that is to be judged (`ruby -r`). What it cannot give is listed in spec/guest/README.md.
require "pp" # rubocop:disable Lint/RedundantRequireStatement -- its methods are written anew
require "set"

# Hashes and sets. A key may be a BasicObject, which is asked nothing.
# rubocop:disable Style/CaseEquality
module Ruby4Texts
  EACH_PAIR = Hash.instance_method(:each_pair)
  OPERATOR_END = %r{[-+*/`%^&|\]<=>~@]\z}

  module_function

  # @return [String] a key and what stands between it and its value
  def hash_key(key)
    Symbol === key ? "#{symbol_key(key)}: " : "#{key.inspect} => "
  end

  # @return [String] as a key before a colon, quoted where it must be
  def symbol_key(symbol)
    bare = symbol.inspect.delete_prefix(":")
    return bare if bare.start_with?('"')

    bare.match?(/\A[@$!]/) || bare.match?(OPERATOR_END) ? symbol.name.inspect : bare
  end

  # Yields unless `object` is being inspected already.
  def once(object, within)
    under_way = (Thread.current[:__ruby4_texts] ||= {}.compare_by_identity)
    return within if under_way[object]

    begin
      under_way[object] = true
      yield
    ensure
      under_way.delete(object)
    end
  end
end

class Hash
  def inspect
    return "{}" if empty?

    Ruby4Texts.once(self, "{...}") do
      pairs = []
      Ruby4Texts::EACH_PAIR.bind_call(self) { |key, value| pairs << "#{Ruby4Texts.hash_key(key)}#{value.inspect}" }
      "{#{pairs.join(", ")}}"
    end
  end
  alias to_s inspect
end

class Set
  inspected = instance_method(:inspect)
  define_method(:inspect) do
    next inspected.bind_call(self) unless instance_of?(Set)

    Ruby4Texts.once(self, "Set[...]") { "Set[#{to_a.map(&:inspect).join(", ")}]" }
  end
  alias to_s inspect

  printed = instance_method(:pretty_print)
  define_method(:pretty_print) do |printer|
    next printed.bind_call(self, printer) unless instance_of?(Set)

    printer.group(1, "Set[", "]") { printer.seplist(self) { |element| printer.pp(element) } }
  end
end

class Encoding
  names = instance_method(:inspect)
  define_method(:inspect) { equal?(BINARY) ? "#<Encoding:BINARY (ASCII-8BIT)>" : names.bind_call(self) }
end

class PP
  module PPMethods
    def pp_hash(obj)
      group(1, "{", "}") { seplist(obj, nil, :each_pair) { |key, value| group { pp_hash_pair(key, value) } } }
    end

    def pp_hash_pair(key, value)
      if Symbol === key
        text "#{Ruby4Texts.symbol_key(key)}:"
      else
        pp key
        text " "
        text "=>"
      end
      group(1) do
        breakable
        pp value
      end
    end
  end
end

# Messages.
module Ruby4Texts
  CLASS_OF, ANY_TO_S, SINGLETON_METHODS = %i[class to_s singleton_methods].map { |name| Kernel.instance_method(name) }
  QUOTED = /`([^`'\n]+)'/
  CALLED = /\A((?:(?:undefined|private|protected)\ (?:local\ variable\ or\ )?|super:\ no\ superclass\ )
            method\ '.+'\ (?:called\ )?for\ )(?!(?:class|module)\ ')/mx
  MAIN = TOPLEVEL_BINDING.receiver
  TO_S = [Exception, NameError, UncaughtThrowError].to_h { |owner| [owner, owner.instance_method(:to_s)] }.freeze

  def self.message(error, text)
    return text unless text.is_a?(String) && text.valid_encoding?
    return text.gsub("ASCII-8BIT", "BINARY (ASCII-8BIT)") if error.is_a?(Encoding::CompatibilityError)
    return text unless text.include?("`")

    quoted = text.gsub(QUOTED, "'\\1'")
    called = CALLED.match(quoted) if error.is_a?(NameError)
    called ? "#{called[1]}#{receiver(error.receiver)}" : quoted
  rescue ArgumentError # The error has no receiver.
    quoted
  end

  def self.receiver(object)
    case object
    when nil, true, false then object.inspect
    when MAIN then "main"
    when Class then "class #{object.name || Module.instance_method(:inspect).bind_call(object)}"
    when Module then "module #{object.name || Module.instance_method(:inspect).bind_call(object)}"
    else
      plain = SINGLETON_METHODS.bind_call(object).empty?
      plain ? "an instance of #{CLASS_OF.bind_call(object)}" : ANY_TO_S.bind_call(object)
    end
  end
end

Ruby4Texts::TO_S.each do |owner, older|
  owner.define_method(:to_s) { Ruby4Texts.message(self, older.bind_call(self)) }
end

class Exception
  def inspect
    text = to_s
    name = self.class.to_s
    return name if text.empty?

    text.include?("\n") ? "#<#{name}:#{text.inspect}>" : "#<#{name}: #{text}>"
  end
end
# rubocop:enable Style/CaseEquality
