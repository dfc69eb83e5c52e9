# frozen_string_literal: true

require "yaml"
%w[bigdecimal bigdecimal/util date delegate digest erb forwardable json logger monitor observer open3 open-uri
   ostruct pathname pstore securerandom set singleton socket stringio tempfile time timeout tsort uri weakref
   zlib].each do |library|
  require library
end

# The public methods of Ruby's own classes and modules, and what was found about each when they were looked at.
module RubyMethods
  FILE = File.expand_path("../fixtures/ruby_methods.yml", __dir__)
  # Modules whose own functions act on the process; they stand in the list with a dot.
  FUNCTIONS = [Kernel, ObjectSpace, Marshal, Process, Signal, GC, JSON].freeze
  # A class that delegates lies about its methods, so Module's own are asked.
  NAME = Module.instance_method(:name)
  METHODS = Module.instance_method(:public_instance_methods)
  METHOD = Module.instance_method(:instance_method)

  class << self
    # @return [Hash{String => Hash}] by module: the names that are "closed" to every guest, and those that are "open"
    #   where the application says so
    def list = record.fetch("modules").transform_values { |found| found.transform_values(&:split) }

    # @return [String] the version of Ruby whose methods were looked at
    def version = record.fetch("ruby")

    # To print a new list, for review:
    #   ruby -Ilib -Ispec -rkobako -rsupport/ruby_methods -e 'RubyMethods.print'
    def print
      puts "# The public methods of Ruby's own modules that were looked at. closed: on the never-list. open: takes no",
           "# code, class or method name; where the application opens it, it takes values alone (Exposure::Values).",
           "# A name with a dot: the functions of the module itself.", "ruby: #{RUBY_VERSION.inspect}", "modules:"
      present.sort.each do |mod, names|
        closed, open = names.partition { |name| never?(mod, name) }.map { |list| list.join(" ").inspect }
        puts "  #{mod.inspect}: { closed: #{closed}, open: #{open} }"
      end
    end

    # @return [Hash{String => Array<String>}] what Ruby's own modules have, by name
    def present
      modules.to_h { |mod| [NAME.bind_call(mod), METHODS.bind_call(mod, false)] }
             .merge(FUNCTIONS.to_h { |mod| ["#{mod}.", mod.singleton_methods(false)] })
             .transform_values { |names| names.map(&:name).sort }.reject { |_, names| names.empty? }
    end

    # @return [Boolean] whether the never-list has that method
    def never?(mod, name)
      singleton = mod.end_with?(".")
      owner = Object.const_get(mod.delete_suffix("."))
      owner = owner.singleton_class if singleton
      Kobako::Exposure.new(owner).send(:never?, METHOD.bind_call(owner, name), name)
    end

    private

    def record = @record ||= YAML.safe_load_file(FILE)

    def modules
      ObjectSpace.each_object(Module).select do |mod|
        name = NAME.bind_call(mod)
        name&.match?(NAMES) && Object.const_source_location(name) && Object.const_get(name).equal?(mod)
      rescue NameError
        false
      end
    end
  end

  CORE = %w[Array ArgumentError BasicObject Binding Class Comparable Complex Continuation Dir Encoding EncodingError
            Enumerable Enumerator Exception FalseClass Fiber File FileTest Float FrozenError GC Hash IO Integer Kernel
            KeyError LocalJumpError MatchData Math Method Module NameError NilClass NoMatchingPatternKeyError
            NoMethodError Numeric Object ObjectSpace Proc Process Ractor Random Range Rational Regexp RubyVM Set Signal
            SignalException StopIteration String Struct Symbol SyntaxError SystemCallError SystemExit Thread
            ThreadGroup Time TracePoint TrueClass UnboundMethod UncaughtThrowError Warning].freeze
  LIBRARIES = %w[BasicSocket BigDecimal Data Date DateTime Delegator Digest ERB Forwardable JSON Logger Monitor
                 MonitorMixin Observable Open3 OpenStruct OpenURI PStore Pathname Securerandom SecureRandom
                 SimpleDelegator SingleForwardable Singleton Socket StringIO TSort Tempfile Timeout URI WeakRef
                 Zlib].freeze
  NAMES = /\A(?:#{(CORE + LIBRARIES).join("|")})(?:::|\z)/
end
