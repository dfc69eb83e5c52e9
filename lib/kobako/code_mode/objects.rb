# frozen_string_literal: true

module Kobako
  class CodeMode
    # The host's objects of which the code of a session holds handles: by what the application knows them, or, as long
    # as the process lives, as they are.
    #
    # @api private
    class Objects
      HELD = "held"
      OWN = "own"
      GLOBAL = "global"
      private_constant :HELD, :OWN, :GLOBAL

      # @param identify [#call, nil]
      # @param locate [#call, nil]
      def initialize(identify, locate)
        @identify = identify
        @locate = locate
        clear
      end

      # Lets go of them.
      def clear
        @numbers = {}.compare_by_identity
        @held = []
      end

      # @param object [BasicObject]
      # @return [Array] a key
      def identify(object)
        own = @identify&.call(object)
        return [OWN, own] unless own.nil?

        global = Journal::Objects.global_key(object)
        global ? [GLOBAL, global] : [HELD, number(object)]
      end

      # @param key [Array]
      # @return [BasicObject, nil]
      def locate(key)
        kind, name = key if key.is_a?(Array)
        case kind
        when OWN then @locate&.call(name)
        when GLOBAL then Journal::Objects.global_object(name)
        when HELD then @held[name] if name.is_a?(Integer)
        end
      end

      # For another process, which does not have what is held here.
      #
      # @param kind [String] of an entry
      # @param bytes [String]
      # @return [String]
      def forget(kind, bytes)
        return bytes unless kind == Journal::Entry::HANDLE

        recorded = Journal::Objects.read(bytes)
        held = recorded.how == Journal::Objects::KEY && recorded.key.is_a?(Array) && recorded.key.first == HELD
        held ? Codec::Encoder.encode([recorded.handle, Journal::Objects::NOTHING]) : bytes
      end

      private

      def number(object)
        @numbers[object] ||= begin
          @held << object
          @held.size - 1
        end
      end
    end
  end
end
