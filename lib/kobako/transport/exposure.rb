# frozen_string_literal: true

require "set"
require_relative "application"
require_relative "bounds"
require_relative "exposed_method"
require_relative "rejection"
require_relative "ruby_methods"
require_relative "ruby_texts"

module Kobako
  module Transport
    # Which methods of the objects of one class a guest reaches: default-deny.
    #
    # Without `only:` and `respond_to_guest?`, that is what the application itself wrote and the TABLE of
    # Ruby's own classes. Everything is looked up with Module's own methods on the object's real class,
    # so that no object can lie about itself, and no text of the guest becomes a Symbol.
    class Exposure # rubocop:disable Metrics/ClassLength
      # What a guest reaches of Ruby's own classes. Every class also has the lines of its ancestors.
      TABLE = {
        "Proc" => %w[call [] yield],
        "Method" => %w[call []],
        "IO" => %w[read gets getc readline readlines each_line eof? rewind pos],
        "File" => %w[size],
        "StringIO" => %w[read gets getc readline readlines each_line eof? rewind pos size],
        "Set" => %w[include? member? size empty? to_a],
        "Range" => %w[begin end first last min max size include? member? cover? exclude_end? to_a],
        "Time" => %w[year month mon day mday wday yday hour min sec usec tv_usec nsec tv_nsec subsec zone
                     utc_offset gmt_offset gmtoff utc? gmt? dst? isdst monday? tuesday? wednesday? thursday?
                     friday? saturday? sunday? tv_sec to_i to_f to_s iso8601 strftime],
        "Date" => %w[year month mon day mday wday yday cwday cwyear cweek jd ajd amjd mjd ld day_fraction start
                     julian? gregorian? leap? monday? tuesday? wednesday? thursday? friday? saturday? sunday?
                     to_s iso8601 strftime],
        "DateTime" => %w[hour min minute sec second sec_fraction second_fraction offset zone
                         to_i to_f to_s iso8601 strftime],
        "Exception" => %w[message],
        "BigDecimal" => %w[to_s to_i to_f],
        "Rational" => %w[to_s to_i to_f],
        "Complex" => %w[to_s to_i to_f]
      }.transform_values { |names| Set.new(names).freeze }.freeze

      # What no guest reaches, because it names further methods, code or state by a value of the guest.
      # An application's own class may define such a name itself and list it in `only:`.
      NEVER = %w[
        send __send__ public_send instance_eval instance_exec class_eval module_eval class_exec module_exec
        method public_method singleton_method instance_method public_instance_method
        methods public_methods private_methods protected_methods singleton_methods
        instance_methods public_instance_methods private_instance_methods protected_instance_methods
        define_method define_singleton_method remove_method undef_method alias_method attr attr_reader attr_writer
        attr_accessor public private protected module_function public_class_method private_class_method
        singleton_class instance_variable_get instance_variable_set instance_variable_defined? instance_variables
        remove_instance_variable class_variable_get class_variable_set class_variable_defined? class_variables
        remove_class_variable const_get const_set const_defined? const_missing const_source_location constants
        remove_const private_constant public_constant deprecate_constant autoload autoload? refine using
        binding eval extend include prepend append_features prepend_features extend_object extended included prepended
        inherited method_added method_removed method_undefined singleton_method_added
        to_enum enum_for lazy with_object try try! tap then yield_self method_missing respond_to_missing?
        respond_to_guest? initialize initialize_copy initialize_dup initialize_clone allocate
        __getobj__ __setobj__ freeze dup clone marshal_dump marshal_load _dump _load to_proc curry
        inject reduce delegate def_delegator def_delegators instance_delegate def_instance_delegator
      ].to_set.freeze

      PUBLIC_METHOD = Module.instance_method(:public_instance_method)
      PUBLIC_METHODS = Module.instance_method(:public_instance_methods)
      INSTANCE_METHOD = Module.instance_method(:instance_method)
      ANCESTORS = Module.instance_method(:ancestors)
      NAME = Module.instance_method(:name)
      CLASS = Kernel.instance_method(:class)
      BELOW = Module.instance_method(:<=)
      STRUCT_MEMBERS = Struct.instance_method(:members)
      private_constant :PUBLIC_METHOD, :PUBLIC_METHODS, :INSTANCE_METHOD, :ANCESTORS, :NAME, :CLASS, :BELOW,
                       :STRUCT_MEMBERS

      # The classes that carry values and whose objects are named by value; never a request's target.
      BY_VALUE = [NilClass, TrueClass, FalseClass, Integer, Float, String, Symbol, Array, Hash].freeze
      private_constant :BY_VALUE

      class << self
        # @param target [String, BasicObject] a service's path, or the object behind a handle
        # @return [String] what messages call it
        def label(target)
          return brief(target) if String === target # rubocop:disable Style/CaseEquality

          "a handle of a #{RubyTexts.class_name(CLASS.bind_call(target))}"
        end

        # @param text [String] the guest's text
        # @return [String] its beginning, for messages
        def brief(text)
          text = text.scrub
          text.length > 80 ? "#{text[0, 80]}…" : text
        end

        # Checks the names of an `only:`.
        #
        # @param object [BasicObject]
        # @param names [Array<Symbol, String>]
        # @param path [String] the service's path, for messages
        # @return [Set<String>]
        # @raise [ArgumentError] for a name that the object does not have, or that is never exposed
        def only(object, names, path)
          listed = Set.new(Array(names).map { |name| only_name(name, path) }).freeze
          exposure = new(Runtime.class_of(object), only: listed)
          exposure.only.each { |name| exposure.check(name, path) }
        end

        private

        def only_name(name, path)
          return name.to_s.dup.freeze if name.is_a?(Symbol) || name.is_a?(String)

          raise ArgumentError, "only: for #{path} holds #{name.inspect}, expected names of methods (Symbols)"
        end
      end

      # @return [Class] the class of the objects that this is about
      attr_reader :klass
      # @return [Set<String>, nil] the names of `only:`
      attr_reader :only

      # @param klass [Class] as {Runtime.class_of} gives it
      # @param only [Set<String>, nil] names; nil for the default
      def initialize(klass, only: nil)
        @klass = klass
        @only = only
        @methods = {}
        @by_value = BY_VALUE.any? { |by_value| BELOW.bind_call(klass, by_value) }
        review
      end

      # Looks again at what the class answers itself and at what is a gem; to be called once in each invocation.
      def review
        knowledge = Application.knowledge
        @methods.clear unless knowledge.equal?(@knowledge)
        @knowledge = knowledge
        @asks = only.nil? && written?(:respond_to_guest?)
        self
      end

      # The method to call: the very object that was checked.
      #
      # @param object [BasicObject] of this class
      # @param name [String] the guest's text
      # @param target [String, BasicObject] a service's path, or the object behind a handle
      # @return [ExposedMethod]
      # @raise [Rejection] when a guest must not call it
      def fetch(object, name, target)
        exposed = @methods[name]
        exposed = resolve(object, name, target) unless exposed && current?(exposed)
        ask(object, exposed, target) if @asks
        exposed
      end

      # @param object [BasicObject] of this class
      # @return [Array<String>] what a guest reaches, in order
      def names(object)
        PUBLIC_METHODS.bind_call(klass, true).map(&:name).select do |name|
          unbound = lookup(name)
          unbound && refusal(object, unbound, name).nil? && (!@asks || answers?(object, unbound.name))
        end.sort
      end

      # @raise [ArgumentError] when `only:` must not list this name
      def check(name, path)
        unbound = lookup(name)
        raise ArgumentError, "only: lists #{name.inspect}, which #{path} has no public method for" unless unbound
        return unless never?(unbound, name) && !application?(unbound)

        raise ArgumentError, "only: lists #{name.inspect} for #{path}, which is never exposed to a guest " \
                             "(write a method of another name that does what the guest needs)"
      end

      private

      # The refusals, and how the host can change them.
      REFUSALS = {
        never: "is never exposed to a guest (write a method of another name that does what the guest needs)",
        unlisted: "is not exposed to the guest (add it to only: where the service is bound)",
        default: "is not exposed to the guest (bind the object with only: %i[NAME], " \
                 "or let it answer respond_to_guest?)",
        unasked: "is not exposed to the guest (the object's respond_to_guest? says no)"
      }.freeze
      private_constant :REFUSALS

      def resolve(object, name, target)
        @methods.delete(name)
        reject(:never, name, target) if never_named?(name)
        unbound = lookup(name) or missing(object, name, target)
        reason = refusal(object, unbound, name)
        reject(reason, name, target) if reason
        @methods[unbound.name.name] =
          ExposedMethod.new(unbound, bounds(unbound, name), guarded: RubyMethods.guarded?(unbound))
      end

      # nil when the guest may call it, :never, :unlisted or :default when not.
      def refusal(object, unbound, name)
        return listed(unbound, name) if only
        return :never if never?(unbound, name)
        return nil if @asks || (!closed? && brought?(object, unbound, name))

        :default
      end

      def listed(unbound, name)
        return :unlisted unless only.include?(name)

        :never if never?(unbound, name) && !application?(unbound)
      end

      # Whether the application brought the method along, or the TABLE has it.
      def brought?(object, unbound, name)
        application?(unbound) || member?(object, unbound) || line(unbound, name)
      end

      def closed? = @by_value || written?(:method_missing)

      def never_named?(name) = NEVER.include?(name) && !only&.include?(name)

      # By its name, or by the name that it had before somebody gave it another.
      def never?(unbound, name)
        return true if NEVER.include?(name)

        (NEVER.include?(unbound.original_name.name) || RubyMethods.never?(unbound)) && !application?(unbound)
      end

      def current?(exposed)
        PUBLIC_METHOD.bind_call(klass, exposed.name) == exposed.unbound
      rescue NameError
        false
      end

      def lookup(name)
        PUBLIC_METHOD.bind_call(klass, name)
      rescue NameError, EncodingError
        nil
      end

      # Whether an ancestor defines the method, public or not; every object and every Exception has some by itself.
      def written?(name)
        return false unless Runtime.redefined?(klass, name)

        owner = INSTANCE_METHOD.bind_call(klass, name).owner
        !owner.equal?(BasicObject) && !owner.equal?(Exception) && !common.include?(owner)
      end

      def ask(object, exposed, target)
        reject(:unasked, exposed.name.name, target) unless answers?(object, exposed.name)
      end

      def answers?(object, name)
        INSTANCE_METHOD.bind_call(klass, :respond_to_guest?).bind_call(object, name)
      end

      # What stands behind Object in the ancestry of every object, of classes and modules too.
      def common = ANCESTORS.bind_call(OBJECT_CLASS)

      OBJECT_CLASS = Object.singleton_class
      private_constant :OBJECT_CLASS

      def application?(unbound)
        location = unbound.source_location
        return false if location.nil? || !Application.wrote?(location.first)

        !common.include?(unbound.owner) && !Application.ruby?(unbound.owner)
      end

      # Whether it reads a member of a Struct or Data that the application defined. Writers need `only:`.
      def member?(object, unbound)
        members = members(object, unbound.owner)
        return false unless members&.include?(unbound.name) && unbound.original_name == unbound.name

        unbound.source_location.nil? && defined_by_application?(unbound.owner)
      end

      def members(object, owner)
        if BELOW.bind_call(owner, Struct)
          STRUCT_MEMBERS.bind_call(object)
        elsif defined?(::Data.define) && BELOW.bind_call(owner, ::Data)
          ::Data.instance_method(:members).bind_call(object)
        end
      end

      # The class itself, or the first of its subclasses that has a name, is a constant of the application.
      def defined_by_application?(owner)
        ancestors = ANCESTORS.bind_call(klass)
        line = ancestors.take(ancestors.index(owner) + 1).grep(Class).reverse
        named = line.find { |mod| NAME.bind_call(mod) }
        named.nil? || Application.named?(named)
      end

      # The class in whose line of the TABLE the name stands, if that class is where the method comes from.
      def line(unbound, name)
        ANCESTORS.bind_call(klass).find do |mod|
          TABLE[NAME.bind_call(mod)]&.include?(name) && BELOW.bind_call(mod, unbound.owner)
        end
      end

      def bounds(unbound, name)
        mod = line(unbound, name)
        mod && Bounds.for(NAME.bind_call(mod), name)
      end

      def reject(reason, name, target)
        name = Exposure.brief(name)
        text = REFUSALS.fetch(reason).sub("NAME") { name }
        raise Rejection.new("runtime", "#{Exposure.label(target)}: #{name.inspect} #{text}")
      end

      def missing(object, name, target)
        names = names(object)
        listed = names.first(50).join(", ")
        listed = "nothing" if names.empty?
        name = Exposure.brief(name).inspect
        raise Rejection.new("runtime", "NoMethodError: #{Exposure.label(target)} has no method #{name} " \
                                       "(a guest can call: #{listed})")
      end
    end
  end
end
