# frozen_string_literal: true

# Follows mruby's assert.rb: remembers each assertion that did not hold. Runs in the guest.
module Mrbtest
  FAILURES = {} # rubocop:disable Style/MutableConstant

  def self.top_level? = $mrbtest_assert_idx.size == 1 # rubocop:disable Style/GlobalVars
end

alias assertion_string_in_words assertion_string
def assertion_string(kind, title, *rest)
  words = assertion_string_in_words(kind, title, *rest)
  Mrbtest::FAILURES[title] = words if Mrbtest.top_level? && !["Skip: ", "Warn: "].include?(kind)
  words
end
