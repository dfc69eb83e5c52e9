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
    return nil if category && !Warning[category]

    $stderr.write(message)
    nil
  end
end
Warning.extend(Warning)

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
    return Warning.warn(text) unless category
    raise TypeError, "no implicit conversion of #{category.class} into Symbol" unless category.respond_to?(:to_sym)

    Warning[category.to_sym] ? Warning.warn(text, category: category.to_sym) : nil
  end
  module_function :warn
end
