# frozen_string_literal: true

# ObjectSpace: maps of objects. Nothing of collections is to be seen in a sandbox, so what they hold stays.
module ObjectSpace
  # What both maps have; a class says by what its keys are the same.
  module Held
    include Enumerable

    def initialize = @held = new_table

    def [](key) = @held[key]

    def []=(key, value)
      @held[key] = value
    end

    def key?(key) = @held.key?(key)
    def delete(key, &block) = @held.delete(key, &block)

    def clear
      @held.clear
      self
    end

    def inspect = "#<#{self.class}: #{@held.map { |key, value| "#{key.inspect} => #{value.inspect}" }.join(", ")}>"
  end

  # Of identical keys.
  class WeakMap
    include Held

    def keys = @held.keys
    def values = @held.values
    def size = @held.size
    alias length size
    alias include? key?
    alias member? key?

    def each(&block)
      raise LocalJumpError, "no block given" unless block

      @held.each(&block)
      self
    end
    alias each_pair each

    def each_key(&block) = @held.each_key(&block) && self
    def each_value(&block) = @held.each_value(&block) && self

    private

    def new_table = {}.compare_by_identity
  end

  # Of equal keys.
  class WeakKeyMap
    include Held

    def getkey(key) = @held.each_key.find { |held| held.eql?(key) }

    private

    def new_table = {}
  end

  class << self
    def garbage_collect(**) = GC.start

    def each_object(*)
      raise NotImplementedError,
            "each_object is not implemented: a sandbox does not lay its heap open (keep the objects in a collection)"
    end
    alias count_objects each_object
    alias memsize_of each_object
    alias define_finalizer each_object
  end
end
