# frozen_string_literal: true

module Marshal
  # How the objects of a class are written, and what no user may have changed of them.
  module Kinds
    CLASS = Kernel.instance_method(:class)
    NAME = Module.instance_method(:name)
    ALLOCATE = Class.instance_method(:allocate)
    VARIABLES = Kernel.instance_method(:instance_variables)
    VARIABLE = Kernel.instance_method(:instance_variable_get)
    SET_VARIABLE = Kernel.instance_method(:instance_variable_set)
    EXTENSIONS = Kernel.instance_method(:__extensions)
    RESPOND_TO = Kernel.instance_method(:respond_to?)

    BUILT_IN = {
      String => :string, Array => :array, Hash => :hash, Struct => :structure, Data => :structure, Regexp => :regexp,
      Class => :named_class, Module => :named_module, Range => :range, Exception => :exception, Set => :set
    }.freeze
    # By name, since many are loaded when they are named first.
    WITHOUT_BYTES = %w[
      Proc Method UnboundMethod Binding Fiber Enumerator Enumerator::Yielder Enumerator::Lazy Enumerator::Chain
      Enumerator::ArithmeticSequence Enumerator::Generator Enumerator::Product Thread Thread::Mutex Monitor StringIO
      StringScanner Digest::Base ObjectSpace::WeakMap ObjectSpace::WeakKeyMap Kobako::Service Kobako::Handle
    ].to_h { |name| [name, :no_bytes] }.freeze
    REFUSED = %w[IO MatchData Thread::Queue Thread::ConditionVariable].to_h { |name| [name, :refused] }.freeze
    # Whose variables are no part of their form.
    BESIDE = %i[string array hash structure regexp].freeze
    private_constant :BUILT_IN, :WITHOUT_BYTES, :REFUSED

    class << self
      # @return [Symbol]
      def of(type)
        known = BUILT_IN[type]
        return known if known

        type.ancestors.each do |ancestor|
          name = NAME.bind_call(ancestor)
          kind = BUILT_IN[ancestor] || WITHOUT_BYTES[name] || REFUSED[name]
          return kind if kind
        end
        :plain
      end

      # @return [String] the name that leads to a class or a module
      # @raise [TypeError] if none does
      def path(type)
        name = NAME.bind_call(type)
        what = Class === type ? "class" : "module"
        raise TypeError, "can't dump anonymous #{what} #{Module.instance_method(:to_s).bind_call(type)}" unless
          name && !name.start_with?("#")
        raise TypeError, "#{name} can't be referred to" unless module_at(name).equal?(type)

        name
      end

      # @raise [ArgumentError] if no class or module has that name
      def module_at(path)
        raise ArgumentError, "can't retrieve anonymous class #{path}" if path.empty? || path.start_with?("#")

        return outermost(path) unless path.include?("::")

        names = path.split("::", -1)
        names.each_with_index.inject(Object) do |module_, (name, index)|
          found = constant(module_, name)
          if found.nil?
            known = path.end_with?("::") || index < names.size - 1 ? "#{names[..index].join("::")}::" : path
            raise ArgumentError, "undefined class/module #{known}"
          end
          raise TypeError, "#{path} does not refer to class/module" unless Module === found

          found
        end
      end

      def outermost(name)
        found = constant(Object, name)
        raise ArgumentError, "undefined class/module #{name}" if found.nil?
        raise TypeError, "#{name} does not refer to class/module" unless Module === found

        found
      end

      # One of a module's own.
      def constant(module_, name)
        module_.const_get(name, false)
      rescue NameError
        nil
      end

      def class_at(path)
        found = module_at(path)
        raise ArgumentError, "#{path} does not refer to class" unless Class === found

        found
      end

      # Asks an object as C would: private methods count, and what no Object is has no say.
      def responds?(object, name)
        Kernel === object ? object.respond_to?(name, true) : RESPOND_TO.bind_call(object, name, true)
      end
    end
  end
  private_constant :Kinds
end
