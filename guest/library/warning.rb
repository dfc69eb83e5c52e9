# Warning: what a warning goes through, and which kinds of them are wanted.
module Warning
  @wanted = { deprecated: false, experimental: true, performance: false, strict_unused_block: false }

  class << self
    def [](category) = @wanted.fetch(checked(category))

    def []=(category, wanted)
      @wanted[checked(category)] = wanted ? true : false
    end

    def categories = @wanted.keys

    private

    def checked(category)
      raise TypeError, "wrong argument type #{category.class} (expected Symbol)" unless category.is_a?(Symbol)
      return category if @wanted.key?(category)

      raise ArgumentError, "unknown category: #{category}"
    end
  end

  def warn(message, category: nil)
    raise TypeError, "wrong argument type #{message.class} (expected String)" unless message.is_a?(String)

    $stderr.write(message) if category.nil? || Warning[category]
    nil
  end

  extend self
end
