# frozen_string_literal: true

module Kobako
  # Names that may have been meant, by Ruby's own DidYouMean where that is loaded.
  #
  # @api private
  module Spelling
    # @param name [String]
    # @param names [Array<String>]
    # @return [Array<String>] those that are like it, the nearest first
    def self.near(name, names)
      loaded = Object.const_defined?(:DidYouMean) && ::DidYouMean.const_defined?(:SpellChecker, false)
      loaded ? ::DidYouMean::SpellChecker.new(dictionary: names).correct(name) : []
    end
  end
end
