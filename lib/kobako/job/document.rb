# frozen_string_literal: true

require "json"

module Kobako
  class Job
    # The JSON of a job or an outcome, as it is read and written: what it is, a version, and fields.
    #
    # @api private
    class Document
      VERSION = 1
      # Levels of arrays and objects.
      MAX_NESTING = 100
      # More digits than any number of these documents has; making a number of millions takes seconds.
      DIGITS = /\d{400}/
      TEXT_OR_DIGITS = /"(?:[^"\\]|\\.)*"|(#{DIGITS})/m
      private_constant :VERSION, :MAX_NESTING, :DIGITS, :TEXT_OR_DIGITS

      class << self
        # @param what [String] "job" or "outcome"
        # @param fields [Hash{String => Object}] of JSON; those that are nil are left out
        # @return [String] JSON
        def write(what, fields)
          JSON.generate({ "kobako" => what, "version" => VERSION, **fields.compact })
        end

        # @param json [String]
        # @param what [String] "job" or "outcome"
        # @param limit [Integer] bytes
        # @param known [Array<String>] the fields that it may have
        # @return [Document]
        # @raise [JobError] when it is none
        def read(json, what, limit, known)
          fields = parse(text(json, what, limit), what)
          unless fields.is_a?(Hash) && fields.delete("kobako") == what
            raise JobError, "the JSON is not that of #{article(what)} (pass what #{article(what)}'s to_json gave)"
          end

          check_version(fields.delete("version"), what)
          check_names(fields.keys, known, what)
          new(fields, what)
        end

        private

        def text(json, what, limit)
          raise JobError, "#{article(what)} is read from a #{json.class}, expected JSON text" unless json.is_a?(String)

          if json.bytesize > limit
            raise JobError, "the #{what} has #{json.bytesize} bytes, the limit is #{limit} (pass a larger limit:)"
          end

          text = json.encoding == Encoding::BINARY ? json.dup.force_encoding(Encoding::UTF_8) : json
          return text.encode(Encoding::UTF_8) if text.valid_encoding?

          raise JobError, "the #{what} is not valid #{text.encoding} (pass JSON text in UTF-8)"
        rescue EncodingError => e
          raise JobError, "the #{what} in #{json.encoding} cannot be turned into UTF-8: #{e.message}"
        end

        def parse(text, what)
          if text.match?(DIGITS) && digits?(text)
            raise JobError, "the #{what} has a number of 400 digits or more (beyond ±(2**53 - 1) they stand under " \
                            "the key \"wire\")"
          end

          JSON.parse(text, max_nesting: MAX_NESTING, create_additions: false)
        rescue JSON::ParserError => e
          raise JobError, "the #{what} is no JSON that can be read: #{e.message[0, 120].scrub}"
        end

        # Outside of texts.
        def digits?(text) = text.to_enum(:scan, TEXT_OR_DIGITS).any? { Regexp.last_match(1) }

        def check_version(version, what)
          return if version == VERSION

          raise JobError, "the #{what} is of version #{version.inspect[0, 40]}, this kobako reads version #{VERSION} " \
                          "(read it with the kobako that wrote it)"
        end

        def check_names(names, known, what)
          unknown = (names - known).first or return
          near = Spelling.near(unknown[0, 64], known).first
          raise JobError, "the #{what} has the field #{unknown[0, 64].inspect}, which none has" \
                          "#{" (#{near} is one)" if near}"
        end

        def article(what) = "#{what == "outcome" ? "an" : "a"} #{what}"
      end

      # @param fields [Hash{String => Object}]
      # @param what [String]
      def initialize(fields, what)
        @fields = fields
        @what = what
      end

      # @param name [String]
      # @return [Boolean]
      def key?(name) = @fields.key?(name)

      # @param name [String]
      # @param default [Object] where there is none
      # @return [Object]
      def [](name, default = nil) = @fields.fetch(name, default)

      # @param name [String]
      # @param classes [Array<Class>] of which it is to be one
      # @param default [Object] where there is none
      # @return [Object]
      # @raise [JobError] for another
      def fetch(name, *classes, default: nil)
        value = @fields.fetch(name) { return default }
        return value if classes.any? { |klass| klass === value } # rubocop:disable Style/CaseEquality

        raise JobError, "#{name} of the #{@what} is a #{value.class}, expected #{classes.join(" or ")}"
      end

      # @param name [String]
      # @return [Object] a value, nil without one
      # @raise [JobError] as {Value.load}
      def value(name) = Value.load(@fields[name], "#{name} of the #{@what}")

      # @param name [String]
      # @return [Document, nil] of the fields of an object
      # @raise [JobError] when it is none
      def object(name)
        fields = fetch(name, Hash)
        fields && Document.new(fields, "#{@what}'s #{name}")
      end
    end
  end
end
