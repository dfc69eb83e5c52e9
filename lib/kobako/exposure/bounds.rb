# frozen_string_literal: true

require "set"
require_relative "values"

module Kobako
  class Exposure
    # Calls methods of Ruby's own classes whose cost a guest's argument could drive without end:
    # a service is never cut by the timeout, so these refuse what is over a limit before they begin.
    module Bounds # rubocop:disable Metrics/ModuleLength
      # Of an answer.
      MAX_BYTES = 16 << 20
      # Of an answer.
      MAX_ELEMENTS = 100_000
      # Of a number, and of a number's width.
      MAX_DIGITS = 1_000
      RANGE_EACH = Range.instance_method(:each)
      SET_EACH = Set.instance_method(:each)
      SAME = BasicObject.instance_method(:equal?)
      private_constant :RANGE_EACH, :SET_EACH, :SAME

      class << self
        # @param mod [String] the class of the table that the method belongs to
        # @param name [String]
        # @return [#call, nil] takes (unbound, object, arguments, keywords, &block) and calls the method within bounds
        def for(mod, name) = WRAPPERS.dig(mod, name)

        # @param object [Range]
        # @return [Array] its elements
        # @raise [Transport::Rejection] when there are more than MAX_ELEMENTS
        def elements(object)
          list = []
          RANGE_EACH.bind_call(object) do |element|
            reject("the range has more than #{MAX_ELEMENTS} elements (use begin and end)") if list.size == MAX_ELEMENTS
            list << element
          end
          list
        end

        # @param message [String]
        # @raise [Transport::Rejection] with it
        def reject(message) = raise(Transport::Rejection.new("argument", message))

        # Reads up to the end, or as many bytes as asked for.
        def read(unbound, object, arguments, keywords)
          reject("read fills no buffer of the guest (pass a size alone)") if arguments.size > 1
          size = arguments.first
          return unbound.bind_call(object, bytes(size), **keywords) unless size.nil?

          data = unbound.bind_call(object, MAX_BYTES + 1) || +""
          reject("more than #{MAX_BYTES} bytes are left (read them in parts: read(n))") if data.bytesize > MAX_BYTES
          data.force_encoding(object.external_encoding || Encoding.default_external)
        end

        # Reads lines, none longer than a message.
        def lines(unbound, object, arguments, keywords, &)
          reject("each_line needs a block") if unbound.name == :each_line && !block_given?
          limit = arguments.grep(Numeric).first
          bytes(limit) if limit
          unbound.bind_call(object, *arguments, *(MAX_BYTES unless limit), **keywords, &)
        end

        # Reads all lines that are left, as many and as long as an answer may be.
        def all_lines(unbound, object, arguments, keywords)
          left = MAX_BYTES
          found = []
          lines(unbound.owner.instance_method(:each_line), object, arguments, keywords) do |line|
            count(found.push(line).size)
            left -= line.bytesize
            reject("more than #{MAX_BYTES} bytes are left (read them in parts: read(n))") if left.negative?
          end
          found
        end

        # With a count, a block or elements that are no numbers, a range is walked: bounded.
        def walk(unbound, object, arguments, keywords, &)
          return unbound.bind_call(object) if arguments.empty? && keywords.empty? && !block_given? && constant?(object)

          elements(object).public_send(unbound.name, *arguments, **keywords, &)
        end

        # Elements from the beginning, counted.
        def first(unbound, object, arguments, keywords)
          arguments.each { |count| count(count) }
          unbound.bind_call(object, *arguments, **keywords)
        end

        # Elements from the end, counted.
        def last(unbound, object, arguments, keywords)
          return unbound.bind_call(object) if arguments.empty?

          arguments.each { |count| count(count) }
          return unbound.bind_call(object, *arguments, **keywords) if object.end.is_a?(Integer)

          elements(object).last(*arguments)
        end

        # By the ends of numbers and times; else the range is walked, counted.
        def inclusion(unbound, object, arguments, keywords)
          ends = [object.begin, object.end].compact
          return unbound.bind_call(object, *arguments, **keywords) if ends.all?(Numeric) || ends.all?(Time)

          elements(object).include?(*arguments)
        end

        # A host object is found by identity: neither its `hash` nor its `eql?` runs.
        def element(unbound, object, arguments, keywords)
          return unbound.bind_call(object, *arguments, **keywords) if Values.only?([arguments, keywords])

          wanted = arguments.first
          reject("an Array or Hash in a question holds host objects") if [wanted].any?(Array) || [wanted].any?(Hash)
          reject("wrong number of arguments") unless arguments.size == 1 && keywords.empty?
          SET_EACH.bind_call(object) { |element| return true if SAME.bind_call(element, wanted) }
          false
        end

        # Elements of a range, counted.
        def all(_unbound, object, arguments, keywords)
          reject("wrong number of arguments") unless arguments.empty? && keywords.empty?
          elements(object)
        end

        # Text of a time by a short format.
        def format(unbound, object, arguments, keywords)
          arguments.each do |text|
            next unless String === text # rubocop:disable Style/CaseEquality

            reject("the format has #{text.bytesize} bytes, the limit is #{MAX_DIGITS}") if text.bytesize > MAX_DIGITS
            reject("a width of the format is over 999") if text.b.match?(/%[^a-zA-Z%]*\d{4}/)
          end
          unbound.bind_call(object, *arguments, **keywords)
        end

        # Text of a time with no more digits of the second than MAX_DIGITS.
        def digits(unbound, object, arguments, keywords)
          arguments.grep(Numeric) do |count|
            reject("#{count} digits, the limit is #{MAX_DIGITS}") if count > MAX_DIGITS
          end
          unbound.bind_call(object, *arguments, **keywords)
        end

        # A decimal with a short exponent; a long one would be written out digit by digit.
        def decimal(unbound, object, arguments, keywords)
          if object.exponent.abs > MAX_DIGITS
            reject("the decimal has an exponent of #{object.exponent}, the limit is #{MAX_DIGITS}")
          end
          unbound.bind_call(object, *arguments, **keywords)
        end

        private

        def bytes(size)
          return size unless Numeric === size && !size.between?(0, MAX_BYTES) # rubocop:disable Style/CaseEquality

          reject("#{size} bytes, the range is 0 to #{MAX_BYTES}")
        end

        def count(count)
          return unless Numeric === count && count > MAX_ELEMENTS # rubocop:disable Style/CaseEquality

          reject("#{count} elements, the limit is #{MAX_ELEMENTS}")
        end

        # Whether the smallest and the largest element are known without a walk.
        def constant?(range)
          ends = [range.begin, range.end].compact
          ends.all?(Numeric) || !range.exclude_end?
        end
      end

      # By class of the exposure table, then by method.
      WRAPPERS = {
        "IO" => { "read" => method(:read), "gets" => method(:lines), "readline" => method(:lines),
                  "readlines" => method(:all_lines), "each_line" => method(:lines) },
        "StringIO" => { "gets" => method(:lines), "readline" => method(:lines),
                        "readlines" => method(:all_lines), "each_line" => method(:lines) },
        "Set" => { "include?" => method(:element), "member?" => method(:element) },
        "Range" => { "first" => method(:first), "last" => method(:last), "min" => method(:walk),
                     "max" => method(:walk), "include?" => method(:inclusion), "member?" => method(:inclusion),
                     "to_a" => method(:all) },
        "Time" => { "strftime" => method(:format), "iso8601" => method(:digits) },
        "Date" => { "strftime" => method(:format), "iso8601" => method(:digits) },
        "DateTime" => { "strftime" => method(:format), "iso8601" => method(:digits) },
        "BigDecimal" => { "to_s" => method(:decimal), "to_i" => method(:decimal) }
      }.freeze
      private_constant :WRAPPERS
    end
  end
end
