# frozen_string_literal: true

module Kobako
  # What stands in the guest for a host object that does not cross by value. The host only ever sees
  # the object itself: nobody outside makes a Handle, and none can be sent.
  class Handle
    # The largest id.
    MAX_ID = Codec::MAX_HANDLE

    # @return [Integer] from 1 to MAX_ID, unique in one invocation
    attr_reader :id

    private_class_method :new, :allocate

    # @raise [TypeError] always
    def marshal_dump = raise(TypeError, "a #{self.class} cannot be marshalled")

    private

    def initialize(id)
      raise ArgumentError, "handle id is #{id.inspect}, expected 1 to #{MAX_ID}" unless (1..MAX_ID).cover?(id)

      @id = id
      freeze
    end

    def initialize_copy(_original) = raise(TypeError, "a #{self.class} cannot be copied")
  end
end
