# frozen_string_literal: true

# Stands in for mspec: runs files of ruby/spec inside the guest, and on CRuby as the control. It asks little of the
# language, so that what fails is the example.
#
# Each example writes two records to the stream that $stdout was at first, each on lines of its own:
#
#   \x02S<TAB>index<TAB>name                       it begins
#   \x02R<TAB>index<TAB>kind<TAB>name<TAB>message  it ended
#
# The kind is P for passed, F for an expectation not met, E for an error, K for skipped, N for nothing expected.
# `\x02L` tells a describe block that raised, `\x02Q` a `require` that did. $spec_skip, a Hash with the indexes of
# examples as keys, leaves these out.

$spec_out = $stdout
$spec_skip ||= {}

class SpecExpectationNotMetError < StandardError; end
class SpecSkipped < StandardError; end
SkippedSpecError = SpecSkipped

module Spec
  @index = 0
  @current = nil
  @shared = {}
  @expectations = 0
  @running = false

  class << self
    attr_accessor :current, :shared, :expectations, :running

    def next_index
      @index += 1
    end

    def record(*fields)
      $spec_out.write("\n\x02" + fields.join("\t") + "\n")
    rescue Exception
      $spec_out.write("\n\x02" + fields[0, 3].map { |f| f.to_s.b }.join("\t").b + "\t(unprintable)\t\n")
    end

    def flat(text, max)
      text = text.to_s.split("\n").join("\\n").split("\t").join(" ")
      text.size > max ? text[0, max] : text
    rescue Exception
      "(unprintable)"
    end

    def show(object)
      flat(object.inspect, 200)
    rescue Exception
      "(#{object.class} without inspect)" rescue "(an object)"
    end

    def fail(expected, actual = "")
      raise SpecExpectationNotMetError, "#{expected} | #{actual}"
    end
  end
end
