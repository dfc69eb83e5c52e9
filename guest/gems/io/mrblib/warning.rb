# Warnings: which kinds are told, and where they go.
module Warning
  @told = { deprecated: false, experimental: true, performance: false, strict_unused_block: false }

  class << self
    def [](category) = @told[__category(category)]

    def []=(category, told)
      @told[__category(category)] = told ? true : false
    end

    def categories = @told.keys

    def __category(category)
      raise TypeError, "wrong argument type #{category.class} (expected Symbol)" unless Symbol === category
      raise ArgumentError, "unknown category: #{category}" unless @told.key?(category)

      category
    end
  end

  def warn(message, category: nil)
    raise TypeError, "wrong argument type #{message.class} (expected String)" unless String === message
    return nil if category && !Kernel.__warning[category]

    $stderr.write(message)
    nil
  end
end
Warning.extend(Warning)

# A script may call something else Warning.
warning = Warning
Kernel.define_singleton_method(:__warning) { warning }

module Kernel
  # With `uplevel:` behind the place of the caller that many calls up.
  def warn(*messages, uplevel: nil, category: nil)
    return nil if $VERBOSE.nil? || messages.empty?

    text = __lines_of(messages)
    if uplevel
      level = __integer_of(uplevel)
      raise ArgumentError, "negative level (#{level})" if level < 0

      place = caller(level + 1, 1)&.first
      text = "#{"#{place[/\A.*?:\d+/]}: " if place}warning: #{text}"
    end
    return Kernel.__warning.warn(text) unless category
    raise TypeError, "no implicit conversion of #{category.class} into Symbol" unless category.respond_to?(:to_sym)

    Kernel.__warning[category.to_sym] ? Kernel.__warning.warn(text, category: category.to_sym) : nil
  end
  module_function :warn
end
