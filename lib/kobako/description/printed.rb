# frozen_string_literal: true

require_relative "text"

module Kobako
  class Description
    # What code printed, as text for a model.
    #
    # @api private
    module Printed
      class << self
        # @param bytes [String] of a stream
        # @param is_cut [Boolean] whether more was printed; a cut may be within a character
        # @return [String] UTF-8
        def text(bytes, is_cut)
          text = Text.utf8(bytes)
          is_cut ? text.sub(/\uFFFD{1,3}\z/, "") : text
        end

        # @param name [String] of a stream
        # @param text [String]
        # @param limit [Integer, nil] bytes at which it was cut; nil for all of it
        # @return [String, nil] nil for nothing
        def section(name, text, limit)
          "#{name}:\n#{text}#{remark(limit, "print less") if limit}" unless text.empty?
        end

        # @param limit [Integer] bytes
        # @param advice [String]
        # @return [String] what stands behind a beginning
        def remark(limit, advice) = "… (cut at #{Text.size(limit)}, #{advice})"
      end
    end
  end
end
