# frozen_string_literal: true

require "fileutils"
require "open3"
require "tmpdir"

# Packages of a release of Debian for an architecture, unpacked into a folder, from the mirror that this machine's apt
# uses. Nothing of it is installed here.
class DebianPackages
  KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"
  # What is a link to a folder below usr in a root of Debian.
  MERGED = %w[bin lib lib64 sbin].freeze

  # @param suite [String] "bookworm"
  # @param architecture [String] "amd64"
  # @param folder [String] for lists and packages
  def initialize(suite, architecture, folder)
    @suite = suite
    @architecture = architecture
    @folder = folder
  end

  # Unpacks just these packages.
  #
  # @param root [String] the folder, which is made
  def unpack(packages, root)
    into(root) { |there| download(packages).each { |file| extract(file, there) } }
  end

  # Unpacks these packages and all that they depend on, so that their programs run there. No script of theirs runs.
  def unpack_with_dependencies(packages, root)
    update
    listed = apt("--print-uris", "--yes", "--no-install-recommends", "install", *packages)
    closure = listed.scan(%r{^'[^']*/([^_'/]+)_}).flatten.uniq
    into(root) do |there|
      FileUtils.mkdir_p(MERGED.map { |name| "#{there}/usr/#{name}" })
      MERGED.each { |name| File.symlink("usr/#{name}", "#{there}/#{name}") }
      download(closure).each { |file| extract(file, there) }
    end
  end

  private

  # Whole, or not there.
  def into(root)
    return if File.directory?(root)

    FileUtils.rm_rf(begun = "#{root}.begun")
    FileUtils.mkdir_p(begun)
    yield begun
    File.rename(begun, root)
  end

  def download(packages)
    update
    FileUtils.mkdir_p(debs)
    packages.map do |package|
      Dir.chdir(debs) { apt("download", "#{package}:#{@architecture}") } if found(package).nil?
      found(package) || raise("#{package} is not in #{@suite} for #{@architecture}")
    end
  end

  def found(package) = Dir.glob("#{debs}/#{package}_*_{#{@architecture},all}.deb").first

  def extract(file, root)
    statuses = Open3.pipeline(["dpkg-deb", "--fsys-tarfile", file],
                              ["tar", "--extract", "--keep-directory-symlink", "--directory", root])
    raise "cannot unpack #{file}" unless statuses.all?(&:success?)
  end

  def debs = "#{@folder}/#{@suite}-#{@architecture}-packages"
  def state = "#{@folder}/#{@suite}-#{@architecture}-apt"

  def update
    @update ||= begin
      FileUtils.mkdir_p(%w[lists/partial archives/partial].map { |part| "#{state}/#{part}" })
      FileUtils.touch("#{state}/status")
      File.write("#{state}/sources", "deb [signed-by=#{KEYRING}] #{mirror} #{@suite} main\n")
      apt("update")
    end
  end

  def mirror
    listed, = Open3.capture2("apt-get", "indextargets", "--format", "$(ORIGIN) $(CODENAME) $(REPO_URI)",
                             "Created-By: Packages")
    listed[/^Debian \w+ (\S+)$/, 1] || raise("this machine's apt knows no mirror of Debian")
  end

  def apt(*arguments)
    options = { "Dir::State::status" => "#{state}/status", "Dir::State::lists" => "#{state}/lists",
                "Dir::Cache::archives" => "#{state}/archives", "Dir::Cache::pkgcache" => "",
                "Dir::Cache::srcpkgcache" => "", "Dir::Etc::sourcelist" => "#{state}/sources",
                "Dir::Etc::sourceparts" => "-", "APT::Architecture" => @architecture,
                "APT::Architectures" => @architecture, "APT::Sandbox::User" => "" }
    output, complaint, status = Open3.capture3("apt-get", "--quiet=2", *arguments,
                                               *options.flat_map { |name, value| ["-o", "#{name}=#{value}"] })
    status.success? ? output : raise("apt-get #{arguments.join(" ")}: #{complaint}")
  end
end
