# frozen_string_literal: true

require "rbconfig"

module Kobako
  module Transport
    # Tells code that the application wrote from code that Ruby, an installed gem or kobako brought along.
    #
    # A gem that is developed in place (a path in a Gemfile) is the application: it lies outside of Gem.path.
    # Code of an eval that was given no file belongs to nobody, so it is not the application's.
    module Application
      LIBRARY_FOLDERS = %w[rubylibdir rubyarchdir sitedir sitelibdir sitearchdir vendordir vendorlibdir vendorarchdir]
                        .filter_map { |key| RbConfig::CONFIG[key] }
                        .select { |folder| File.absolute_path?(folder) }.freeze
      KOBAKO_FOLDER = File.expand_path("..", __dir__)
      # Names that Ruby gives to programs that come from no file.
      PROGRAMS = ["-e", "-", "(irb)", "(pry)"].freeze
      NAME = Module.instance_method(:name)
      private_constant :LIBRARY_FOLDERS, :KOBAKO_FOLDER, :PROGRAMS, :NAME

      @verdicts = {}

      class << self
        # @param file [String, nil] as in a source location
        # @return [Boolean] whether that file is part of the application
        def wrote?(file)
          return false if file.nil?

          verdict = @verdicts[file]
          return verdict unless verdict.nil?

          @verdicts = @verdicts.merge(file.dup.freeze => own?(file)).freeze
          @verdicts[file]
        end

        # @param file [String] as in a source location
        # @return [Boolean] whether that file is part of Ruby itself
        def library?(file) = file.start_with?("<internal:") || below?(file, library_folders)

        # @param mod [Module]
        # @return [Boolean] whether Ruby itself brought this class or module along
        def ruby?(mod)
          file = constant_file(mod)
          file == :native || (file.is_a?(String) && below?(file, library_folders))
        end

        # @param mod [Module]
        # @return [Boolean] whether the constant that names this class or module is assigned in the application
        def named?(mod)
          file = constant_file(mod)
          file.is_a?(String) && wrote?(file)
        end

        private

        def own?(file)
          return PROGRAMS.include?(file) if PROGRAMS.include?(file) || file.start_with?("(", "<")

          !below?(file, library_folders + gem_folders + [KOBAKO_FOLDER])
        end

        # nil for a module without a name, :native for one that no Ruby file defines.
        def constant_file(mod)
          name = NAME.bind_call(mod)
          location = name && Object.const_source_location(name)
          location && (location.first || :native)
        rescue NameError
          nil
        end

        def below?(file, folders)
          paths = both(file)
          folders.any? { |folder| both(folder).any? { |path| paths.any? { |own| own.start_with?("#{path}/") } } }
        end

        # A path as it is written, and with its symbolic links followed.
        def both(path)
          written = File.expand_path(path)
          [written, File.realpath(written)].uniq
        rescue SystemCallError
          [written]
        end

        def library_folders = LIBRARY_FOLDERS

        def gem_folders = defined?(Gem) ? [*Gem.path, Gem.default_dir] : []
      end
    end
  end
end
