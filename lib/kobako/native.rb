# frozen_string_literal: true

module Kobako
  # Loads the native extension: the one for this Ruby of a gem that has several, else the one that was built here.
  # @api private
  module Native
    RUBY = RUBY_VERSION[/\A\d+\.\d+/]
    REMEDY = "run `rake compile` with this Ruby, or install the gem again with it"
    private_constant :RUBY, :REMEDY

    class << self
      # @raise [LoadError] when there is no extension for this Ruby and this version of the gem
      def load
        path = feature
        attempt(path)
        return if version == VERSION

        refuse(path, "it is of kobako #{version}, and this is kobako #{VERSION}")
      end

      # Takes a guest from the compiled file beside it, which a gem for one platform has.
      #
      # @param wasm_path [String] of the gem's own guest
      def ship(wasm_path)
        compiled = wasm_path.sub(/wasm\z/, "cwasm")
        Runtime.ship(wasm_path, compiled) if File.exist?(compiled)
      end

      private

      def feature
        return File.join(__dir__, RUBY, "kobako") if Dir.exist?(File.join(__dir__, RUBY))

        rubies = Dir.glob("[0-9]*.[0-9]*", base: __dir__).sort
        return "kobako/kobako" if rubies.empty?

        raise LoadError, "this gem has kobako's native extension for Ruby #{rubies.join(", ")}, and this is Ruby " \
                         "#{RUBY_VERSION} (use one of those, or run `gem install kobako --platform ruby`)"
      end

      def attempt(path)
        require path
      rescue LoadError => e
        raise LoadError, "kobako's native extension is not built (#{REMEDY})" if e.path == path

        refuse(path, e.message)
      end

      # Of the gem that the extension was built for; one that does not say is older than 0.5.
      def version = defined?(EXTENSION_VERSION) ? EXTENSION_VERSION : "before 0.5"

      def refuse(path, fault)
        file = $LOAD_PATH.resolve_feature_path(path)&.last || path
        raise LoadError, "kobako cannot use its native extension #{file}: #{fault} (#{REMEDY})"
      end
    end
  end
end

Kobako::Native.load
