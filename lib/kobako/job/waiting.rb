# frozen_string_literal: true

require_relative "../pending_call"

module Kobako
  class Job
    # The call for which a run waits, in JSON. Of objects of which the script holds handles it has numbers and keys.
    #
    # @api private
    module Waiting
      # Numbers the objects that are met.
      class Numbers
        # @return [Hash{Integer => Object}] their keys
        attr_reader :keys

        def initialize
          @keys = {}
        end

        # @param reference [Journal::Request::Reference]
        # @return [Integer]
        def add(reference)
          @keys[reference.id] = reference.key
          reference.id
        end
      end

      # Gives what stands for the objects.
      class References
        # @param keys [Hash{Integer => Object}]
        def initialize(keys)
          @keys = keys
        end

        # @param id [Integer]
        # @return [Journal::Request::Reference]
        def fetch(id) = Journal::Request::Reference.new(id, @keys[id])
      end
      private_constant :Numbers, :References

      class << self
        # @param call [PendingCall]
        # @return [Hash{String => Object}] of JSON
        def dump(call)
          numbers = Numbers.new
          fields = { "target" => Value.dump(call.request.target, numbers), "method" => call.method,
                     "arguments" => call.arguments.map { |value| Value.dump(value, numbers) },
                     "keywords" => call.keywords.to_h { |name, value| [name.name, Value.dump(value, numbers)] },
                     "reason" => Value.dump(call.reason) }
          keys = numbers.keys.compact.map { |id, key| [id, Value.dump(key)] }
          keys.empty? ? fields : fields.merge("objects" => keys)
        end

        # @param fields [Document]
        # @return [PendingCall]
        # @raise [JobError] when they are none
        def read(fields)
          references = References.new(keys(fields.fetch("objects", Array, default: [])))
          arguments = fields.fetch("arguments", Array, default: []).map { |json| value(json, references) }
          keywords = fields.fetch("keywords", Hash, default: {})
                           .to_h { |name, json| [name.to_sym, value(json, references)] }
          target = target(fields["target"], references)
          request = Codec::Encoder.encode([target, fields.fetch("method", String), arguments, keywords], Numbers.new)
          PendingCall.new(Journal::Request.new(request, references), fields.value("reason"))
        rescue JournalError, Codec::Error => e
          raise JobError, "the outcome waits for what is no call: #{e.message}"
        end

        private

        def value(json, references) = Value.load(json, "a part of the call", references)

        def keys(pairs)
          pairs.to_h do |pair|
            unless pair.is_a?(Array) && pair.size == 2 && pair.first.is_a?(Integer)
              raise JobError, "objects of the call are no pairs of a number and a key"
            end

            [pair.first, value(pair.last, nil)]
          end
        end

        def target(json, references)
          target = value(json, references)
          return target if target.is_a?(String) || target.is_a?(Journal::Request::Reference)

          raise JobError, "the call is of a #{target.class}, expected a service's path or an object"
        end
      end
    end
  end
end
