# frozen_string_literal: true

require "did_you_mean/spell_checker"

# DidYouMean, as far as code asks it for names: what the errors of a script suggest comes from the sandbox itself.
module DidYouMean
  # How suggestions are told.
  class Formatter
    def self.message_for(names) = names.empty? ? "" : "\nDid you mean?  #{names.join("\n               ")}"

    def message_for(names) = Formatter.message_for(names)
  end

  def self.formatter = Formatter
end
