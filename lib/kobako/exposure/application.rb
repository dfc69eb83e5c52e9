# frozen_string_literal: true

require "rbconfig"

module Kobako
  class Exposure
    # Tells code that the application wrote from code that Ruby, a gem or kobako brought along.
    #
    # A gem is known by the shape of its folder, whoever put it on the load path, and by RubyGems. A gem that is
    # developed in place (a path in a Gemfile) is the application, unless its folder has such a shape.
    # Code of an eval that was given no file belongs to nobody, so it is not the application's.
    module Application
      LIBRARY_FOLDERS = %w[rubylibdir rubyarchdir sitedir sitelibdir sitearchdir vendordir vendorlibdir vendorarchdir]
                        .filter_map { |key| RbConfig::CONFIG[key] }
                        .select { |folder| File.absolute_path?(folder) }.freeze
      KOBAKO_FOLDER = File.expand_path("..", __dir__)
      # Names that Ruby gives to programs that come from no file.
      PROGRAMS = ["-e", "-", "(irb)", "(pry)"].freeze
      NAME = Module.instance_method(:name)
      VERSION = /\d+(?:\.[0-9A-Za-z]+)*(?:-[0-9A-Za-z_.-]+)?/
      DOTTED_VERSION = /\d+(?:\.[0-9A-Za-z]+)+(?:-[0-9A-Za-z_.-]+)?/
      # Folders of gems: in a gem home, of a git source, in the tree of a Ruby or a bundle, and unpacked alone.
      GEMS = Regexp.union(%r{/gems/[^/]+-#{VERSION}/}, %r{/bundler/gems/},
                          %r{/\w*ruby/\d+\.\d+\.\d+[^/]*/(?:gems|bundler|extensions|plugins)/},
                          %r{/[^/]+-#{DOTTED_VERSION}/lib/}).freeze
      # Files whose verdict is remembered; code that is evaluated may have a new name each time.
      MAX_LIBRARIES = 10_000
      private_constant :LIBRARY_FOLDERS, :KOBAKO_FOLDER, :PROGRAMS, :NAME, :VERSION, :DOTTED_VERSION, :GEMS,
                       :MAX_LIBRARIES

      # What was found out while these gems were known; a folder of a gem stays one. `loads` counts what was loaded.
      Knowledge = Struct.new(:loads, :gems, :folders, :verdicts)
      private_constant :Knowledge

      @libraries = {}

      class << self
        # @param file [String, nil] as in a source location
        # @return [Boolean] whether that file is part of the application
        def file?(file)
          return false if file.nil?

          knowledge = self.knowledge
          verdict = knowledge.verdicts[file]
          verdict.nil? ? knowledge.verdicts[file] = own?(file, knowledge.folders) : verdict
        end

        # @return [Object] another one when verdicts may have changed, because a gem was activated
        def knowledge
          loads = self.loads
          return @knowledge if @knowledge&.loads == loads

          @knowledge = look_again(loads)
        end

        # @param file [String] as in a source location
        # @return [Boolean] whether Ruby itself brought this file along
        def library?(file)
          verdict = @libraries[file]
          return verdict unless verdict.nil?

          @libraries.clear if @libraries.size > MAX_LIBRARIES
          @libraries[file] = file.start_with?("<internal:") || below?(file, LIBRARY_FOLDERS)
        end

        # @param file [String] as in a source location
        # @return [Boolean] whether it is one of kobako's
        def kobako?(file) = file.start_with?("#{KOBAKO_FOLDER}/")

        # @param mod [Module]
        # @return [Boolean] whether Ruby itself brought this class or module along
        def ruby?(mod)
          file = constant_file(mod)
          file == :native || (file.is_a?(String) && library?(file))
        end

        # @param mod [Module]
        # @return [Boolean] whether the constant that names this class or module is assigned in the application
        def named?(mod)
          file = constant_file(mod)
          file.is_a?(String) && file?(file)
        end

        private

        # No code of the application can come or go without one of these.
        def loads
          $LOADED_FEATURES.size + ($LOAD_PATH.size << 24) + (rubygems? ? Gem.loaded_specs.size << 40 : 0)
        end

        def look_again(loads)
          gems = rubygems? ? [*$LOAD_PATH, *Gem.path, *Gem.loaded_specs.values] : $LOAD_PATH.dup
          return @knowledge.tap { |knowledge| knowledge.loads = loads } if @knowledge&.gems == gems

          folders = linked_folders + (rubygems? ? gem_folders : []) + (@knowledge&.folders || [])
          Knowledge.new(loads, gems, folders.uniq, {})
        end

        def own?(file, gem_folders)
          return PROGRAMS.include?(file) if PROGRAMS.include?(file) || file.start_with?("(", "<")

          both(file).none?(GEMS) && !below?(file, LIBRARY_FOLDERS + gem_folders + [KOBAKO_FOLDER])
        end

        # nil for a module without a name, :native for one that no Ruby file defines.
        def constant_file(mod)
          name = NAME.bind_call(mod)
          location = name && Object.const_source_location(name)
          location && (location.first || :native)
        rescue NameError
          nil
        end

        # Without RubyGems, the setup of a standalone bundle leaves a Gem that has no paths. Not by `defined?`, which
        # keeps back an interrupt that comes there.
        def rubygems?
          Object.const_defined?(:Gem) && ::Gem.respond_to?(:path) && ::Gem.respond_to?(:loaded_specs)
        end

        # What a gem's folder on the load path links to; Ruby says where a file is with links followed.
        def linked_folders
          $LOAD_PATH.map { |folder| "#{File.expand_path(folder)}/" }.grep(GEMS).flat_map do |folder|
            both(folder) + both(folder[0...folder.match(GEMS).end(0)])
          end
        end

        def gem_folders
          installed = Gem.loaded_specs.values.reject { |specification| in_place?(specification) }
          [*Gem.path, Gem.default_dir, *installed.map(&:full_gem_path)]
        end

        # Whether a Gemfile names its path; a git source is a kind of path, too.
        def in_place?(specification)
          sources = %i[Bundler Source].inject(Object) { |mod, name| mod && loaded(mod, name) }
          return false unless sources && specification.respond_to?(:source)

          path, git = %i[Path Git].map { |name| loaded(sources, name) }
          source = specification.source
          path === source && !(git === source) # rubocop:disable Style/CaseEquality
        end

        # The constant, unless it is still to be loaded: no object is of it then, and an interrupt that comes in a
        # `require` becomes an error of RubyGems.
        def loaded(mod, name)
          mod.const_get(name, false) if mod.const_defined?(name, false) && mod.autoload?(name, false).nil?
        end

        def below?(file, folders)
          paths = both(file)
          folders.any? { |folder| both(folder).any? { |path| paths.any? { |own| own.start_with?("#{path}/") } } }
        end

        # A path as it is written, and with its symbolic links followed.
        def both(path)
          written = File.expand_path(path)
          [written, File.realdirpath(written)].uniq
        rescue SystemCallError
          [written]
        end
      end
    end
  end
end
