# frozen_string_literal: true

# Packages from npm, by the lock file of a folder.
module Npm
  class << self
    # Installs them below `folder`; npm itself, too, if it is missing and Debian has it.
    #
    # @raise [RuntimeError] when there is no npm, or it fails
    def ci(folder)
      system("bin/setup", "npm", exception: true) unless found?
      raise "npm is missing (install Node.js with npm)" unless found?

      system("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", chdir: folder, exception: true)
    end

    private

    def found? = system("npm", "--version", out: File::NULL, err: File::NULL)
  end
end
