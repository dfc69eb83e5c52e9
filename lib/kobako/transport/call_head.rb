# frozen_string_literal: true

module Kobako
  module Transport
    # The target and the method of a request, read without making its arguments.
    #
    # @api private
    module CallHead
      # What a request of five parts begins with, and a handle.
      PARTS = 0x95
      HANDLE = 0xd6
      HANDLE_TYPE = 1
      # A text by its first byte: how its length is written, and how long that is.
      LENGTHS = { 0xd9 => ["C", 1], 0xda => ["n", 2], 0xdb => ["N", 4] }.freeze
      NOTHING = [nil, ""].freeze
      # The first byte of a text of up to 31 bytes, less its length.
      SHORT = 0xa0
      private_constant :PARTS, :HANDLE, :HANDLE_TYPE, :LENGTHS, :NOTHING, :SHORT

      class << self
        # @param request [String] bytes
        # @return [Array(String, String), Array(Integer, String), Array(nil, String)] a path or a handle's id, and a
        #   method; nil for what is no request
        def read(request)
          return NOTHING unless request.getbyte(0) == PARTS

          target, position = request.getbyte(1) == HANDLE ? handle(request) : text(request, 1)
          name, = text(request, position) if target
          name ? [target, name] : NOTHING
        end

        # @param request [String] bytes
        # @return [Integer, nil] how many of them say target and method, where both are short texts and there whole
        def size(request)
          target = (request.getbyte(1) || 0) - SHORT
          return unless target.between?(0, 31)

          name = (request.getbyte(target + 2) || 0) - SHORT
          size = target + name + 3
          size if name.between?(0, 31) && size <= request.bytesize
        end

        private

        def handle(request)
          [request.unpack1("N", offset: 3), 7] if request.getbyte(2) == HANDLE_TYPE && request.bytesize > 7
        end

        def text(request, position)
          first = request.getbyte(position) or return
          return cut(request, position + 1, first - SHORT) if first.between?(SHORT, SHORT + 31)

          format, size = LENGTHS[first]
          position += 1
          return unless format && request.bytesize >= position + size

          cut(request, position + size, request.unpack1(format, offset: position))
        end

        def cut(request, position, length)
          text = request.byteslice(position, length)
          return unless text && text.bytesize == length

          [text.force_encoding(Encoding::UTF_8), position + length]
        end
      end
    end
  end
end
