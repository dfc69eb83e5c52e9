# frozen_string_literal: true

module Kobako
  class Job
    # The services that a server has for jobs, by name. A job says which of them it wants and at which paths its script
    # finds them; what they are, and what of them a script may call, is said here alone.
    #
    # @example
    #   CATALOG = Kobako::Job::Catalog.new
    #   CATALOG.bind("orders", Orders.new, only: %i[find total], max_calls: 100)
    #   CATALOG.bind("account", only: %i[name]) { |job| Account.find_by!(key: job.key) }
    class Catalog
      # What a name stands for: an object, or what makes one for a job.
      Entry = Struct.new(:object, :maker, :terms)
      NONE = Object.new.freeze
      MAX_NAME = 512
      private_constant :Entry, :NONE, :MAX_NAME

      class << self
        # @api private
        # @param catalog [Catalog, Hash{String, Symbol => Object}]
        # @return [Catalog]
        # @raise [ArgumentError] for another class
        def of(catalog)
          return catalog if catalog.is_a?(Catalog)
          return new(catalog) if catalog.is_a?(Hash)

          raise ArgumentError, "catalog is a #{catalog.class}, expected a Hash of names and objects or a #{self}"
        end

        # @api private
        # @param name [String, Symbol]
        # @return [String] frozen
        # @raise [ArgumentError] when it is no name
        def checked(name)
          Checks.text(name, MAX_NAME) or
            raise ArgumentError, "name in the catalog is #{name.inspect[0, 64]}, expected text of 1 to #{MAX_NAME} " \
                                 "bytes"
        end
      end

      # @param objects [Hash{String, Symbol => Object}] by name, each bound as {#bind} does
      # @raise [ArgumentError] as {#bind}
      def initialize(objects = {})
        @entries = {}
        objects.each { |name, object| bind(name, object) }
      end

      # Gives an object a name. The terms are those of {Sandbox#bind}.
      #
      # @param name [String, Symbol]
      # @param object [BasicObject] that jobs share, in all threads that perform them; left out with a block
      # @param only [Array<Symbol>, nil]
      # @param max_calls [Integer, nil]
      # @param replay [:again, nil]
      # @yieldparam job [Job] that is about to be performed
      # @yieldreturn [BasicObject] an object for this job alone
      # @return [self]
      # @raise [ArgumentError] for another name or a taken one, terms that cannot be, or both an object and a block
      def bind(name, object = NONE, only: nil, max_calls: nil, replay: nil, &maker)
        name = Catalog.checked(name)
        raise ArgumentError, "#{name} is in the catalog already (choose another name)" if @entries.key?(name)

        if NONE.equal?(object) == maker.nil?
          raise ArgumentError, "#{name} has #{maker ? "an object and a block" : "no object"} (pass an object, or a " \
                               "block that gives one for a job)"
        end

        terms = { only:, max_calls:, replay: }
        Kobako::Catalog::Bindings.entry(name, object, only, max_calls:, replay:) unless maker
        @entries[name] = Entry.new(object, maker, terms.freeze).freeze
        self
      end

      # @return [Array<String>] sorted
      def names = @entries.keys.sort

      # @return [String]
      def inspect = "#<#{self.class} #{names.join(", ")}>"

      # Binds what a job wants.
      #
      # @api private
      # @param sandbox [Sandbox]
      # @param job [Job]
      # @raise [JobError] when a name is not in the catalog
      # @raise [ArgumentError] for an object of a block that does not fit the terms
      def serve(sandbox, job)
        entries = job.services.transform_values { |name| @entries[name] || raise(JobError, absence(name)) }
        entries.each do |path, entry|
          sandbox.bind(path, entry.maker ? entry.maker.call(job) : entry.object, **entry.terms)
        end
      end

      private

      def absence(name)
        near = Spelling.near(name, names).first
        way_out = near ? "did you mean #{near.inspect}?" : "it has #{names.map(&:inspect).join(", ")[0, 200]}"
        way_out = "it is empty" if names.empty?
        "the job wants #{name.inspect}, which is not in the catalog (#{way_out})"
      end
    end
  end
end
