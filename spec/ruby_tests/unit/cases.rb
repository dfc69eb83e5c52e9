# frozen_string_literal: true

# Stands in for test-unit: runs the tests of Ruby's own libraries inside the guest. The records are those of
# spec/ruby/harness/records.rb; each is named by its class and method.
module Test
  module Unit
    class AssertionFailedError < StandardError; end
    class PendedError < StandardError; end

    class << self
      def cases = @cases ||= []

      # @param slow [Array<String>] what a test is left out by
      def run(slow)
        @slow = slow.to_h { |label| [label, true] }
        cases.each { |type| type.test_names.each { |name| run_test(type, name) } }
      end

      private

      def run_test(type, name)
        index = Spec.next_index
        label = Spec.flat("#{type}##{name}", 400)
        return if $spec_skip[index]
        return Spec.record("R", index, "hang", label, "left out: it is listed") if @slow[label]

        Spec.record("S", index, label)
        kind, message = type.new(name).run_kept
        $stdout = $spec_out
        Spec.record("R", index, kind, label, Spec.flat(message, 500))
      end
    end

    # In the other files here.
    module Assertions; end

    # What a test is a method of.
    class TestCase
      include Assertions

      class << self
        def inherited(type)
          super
          Unit.cases << type
        end

        # Those of the class and its modules; those of a class above are run for this one, too.
        def test_names = public_instance_methods.map(&:to_s).grep(/\Atest/).sort

        def test(*descriptions, &block)
          return if block.nil?

          define_method("test: #{descriptions.join(" ")}", &block)
        end

        def sub_test_case(name, &)
          Class.new(self, &).tap { |type| const_set("Sub#{Unit.cases.size}", type) && type.label = name }
        end

        def to_s = @label ? "#{superclass} #{@label}" : super

        attr_writer :label

        def startup = nil
        def shutdown = nil
      end

      attr_reader :method_name

      def initialize(method_name)
        @method_name = method_name
      end

      def name = "#{@method_name}(#{self.class})"
      def setup = nil
      def teardown = nil

      # @return [Array(String, String)] the kind of a record, and its message
      def run_kept
        kept = [$VERBOSE, $stdin, $stdout, $stderr]
        begin
          told { whole }
        ensure
          $VERBOSE, $stdin, $stdout, $stderr = kept
        end
      end

      private

      def whole
        setup
        __send__(@method_name)
      ensure
        teardown
      end

      def told
        yield
        %w[P]
      rescue PendedError => e
        ["K", e.message]
      rescue AssertionFailedError => e
        ["F", "#{e.message} @ #{place(e)}"]
      rescue Exception => e
        ["E", "#{e.class}: #{message_of(e)} @ #{place(e)}"]
      end

      def message_of(error)
        error.message
      rescue Exception => e
        "(its message raises #{e.class})"
      end

      def place(error)
        (error.backtrace || []).find { |line| line.start_with?("test/") }.to_s[/\A\S+:\d+/]
      rescue Exception
        "?"
      end
    end
  end
end
