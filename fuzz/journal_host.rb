# frozen_string_literal: true

require_relative "fuzz_host"

# Services for runs with journals: what a call gives hangs on its arguments alone.
module JournalHost
  # Lets calls through, or has the run wait at some.
  class Gate
    # @return [Hash{Symbol => Object}] what the call that waits would have given, as {Kobako::Sandbox#execute} takes it
    attr_reader :given

    # @param objects [Boolean] whether calls may wait that give objects
    # @yieldparam asked [Integer] number of the call, from 1
    # @yieldreturn [Boolean] whether it waits
    def initialize(objects: true, &rule)
      @objects = objects
      @rule = rule
      @asked = 0
    end

    # @return [Boolean] whether a call could not wait
    def stuck? = @stuck || false

    def pass(&)
      return yield unless @rule

      given = outcome(&)
      unless !@objects && objects?(given[:answer])
        @given = given
        suspend if @rule.call(@asked += 1)
      end
      given.key?(:answer_error) ? raise(given[:answer_error]) : given[:answer]
    end

    private

    def outcome
      { answer: yield }
    rescue ArgumentError, KeyError => e
      { answer_error: e }
    end

    def suspend
      Kobako.suspend(@asked)
    rescue Kobako::Error
      @stuck = true
    end

    def objects?(value)
      case value
      when Array then value.any? { |element| objects?(element) }
      when Hash then value.any? { |pair| objects?(pair) }
      else value.is_a?(FuzzHost::Node)
      end
    end
  end

  # An object that the guest holds by a handle.
  class Item < FuzzHost::Node
    attr_reader :path

    def initialize(shop, path)
      super(path.last)
      @shop = shop
      @path = path
    end

    def value = @shop.gate.pass { @value }
    def child(value = nil) = @shop.gate.pass { @shop.item([*path, @shop.label(value)]) }
    def each = 3.times { |index| yield @shop.item([*path, index]) }
    def same?(other) = @shop.gate.pass { equal?(other) }
    def hold(value) = @shop.gate.pass { value }
    def myself = self
    def to_plain = [:item, @path]
  end

  # Lists, and what is wrong with them.
  class List < FuzzHost::List
    def initialize(shop)
      super()
      @shop = shop
    end

    def odd(&block) = block ? super : @shop.gate.pass { ODD }
    def fail(value = nil, *) = @shop.gate.pass { raise(ArgumentError, value.is_a?(String) ? value : "failed") }
    def missing(key: 0, **) = @shop.gate.pass { raise(KeyError, "no #{key.class}") }
    def items(count) = Array.new(count.to_i.clamp(0, 5)) { |index| @shop.item([index]) }

    # Goes on whatever its block does.
    def each_safely(values)
      Array(values).first(9).map do |value|
        yield value
      rescue StandardError => e
        e.message
      end
    end
  end

  # What is bound in one process.
  class Shop
    attr_reader :gate

    # @param gate [Gate]
    # @param one [Boolean] whether the objects of a path are one
    def initialize(gate, one)
      @gate = gate
      @items = ({} if one)
    end

    def item(path) = @items ? @items[path] ||= Item.new(self, path.freeze) : Item.new(self, path.freeze)

    # @param value [Object] of another process
    # @return [Object] the same with the objects of this one
    def own(value)
      case value
      when Array then value.map { |element| own(element) }
      when Hash then value.to_h { |key, held| [own(key), own(held)] }
      when Item then item(value.path)
      else value
      end
    end

    def label(value) = value.is_a?(Integer) ? value % 7 : 0

    # @param sandbox [Kobako::Sandbox]
    # @param replay [:again, nil]
    def bind(sandbox, replay)
      echo = ->(*args, **words) { @gate.pass { [args, words] } }
      { "Host::Echo" => echo, "Host::List" => List.new(self), "Host::Node" => item([]) }
        .each { |path, object| sandbox.bind(path, object, replay:) }
      sandbox
    end
  end
end
