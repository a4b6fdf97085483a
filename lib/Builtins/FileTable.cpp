//===- FileTable.cpp - files opened by the simulated program -----------------===//
//
// Files are C streams. Standard output and error go through the simulation's own
// buffers, so that their order with other messages stays. A stream that was written
// is flushed before it is read or positioned, and positioned before it is written
// after a read, as the C library demands of streams open for both.
//
// IEEE 1800-2023 21.3.1 to 21.3.7.
//
//===----------------------------------------------------------------------===//
#include "Builtins/FileTable.h"

#include <algorithm>
#include <cerrno>
#include <iterator>

namespace circtsim::builtins {

FileTable::FileTable(runtime::Output &output) : output(output), files(StandardFiles) {
  files[0].stream = stdin;
}

FileTable::~FileTable() {
  for (size_t i = StandardFiles; i < files.size(); ++i)
    if (files[i].stream)
      std::fclose(files[i].stream);
  for (File &channel : channels)
    if (channel.stream)
      std::fclose(channel.stream);
}

bool FileTable::isMode(std::string_view mode) {
  static constexpr std::string_view modes[] = {"r",   "rb", "w",   "wb",  "a",  "ab",  "r+", "r+b",
                                               "rb+", "w+", "w+b", "wb+", "a+", "a+b", "ab+"};
  return std::find(std::begin(modes), std::end(modes), mode) != std::end(modes);
}

uint32_t FileTable::openChannel(const std::string &path) {
  for (uint32_t bit = 1; bit != std::size(channels); ++bit) {
    if (channels[bit].stream)
      continue;
    std::FILE *stream = std::fopen(path.c_str(), "w");
    openError = stream ? 0 : errno;
    channels[bit] = {stream, 0, false};
    return stream ? uint32_t(1) << bit : 0;
  }
  openError = EMFILE;
  return 0;
}

uint32_t FileTable::openFile(const std::string &path, const std::string &mode) {
  std::FILE *stream = std::fopen(path.c_str(), mode.c_str());
  openError = stream ? 0 : errno;
  if (!stream)
    return 0;
  size_t number = StandardFiles;
  while (number < files.size() && files[number].stream)
    ++number;
  if (number == files.size())
    files.emplace_back();
  files[number] = {stream, 0, false};
  return FileFlag | uint32_t(number);
}

FileTable::File *FileTable::find(uint32_t descriptor) {
  if (descriptor & FileFlag) {
    uint32_t number = descriptor & ~FileFlag;
    return number < files.size() && files[number].stream ? &files[number] : nullptr;
  }
  for (uint32_t bit = 1; bit != std::size(channels); ++bit)
    if (descriptor == uint32_t(1) << bit)
      return channels[bit].stream ? &channels[bit] : nullptr;
  return nullptr;
}

bool FileTable::close(uint32_t descriptor) {
  bool isComplete = true;
  auto closeOne = [](File &file) {
    std::fclose(file.stream);
    file = {};
  };
  if (descriptor & FileFlag) {
    File *file = find(descriptor);
    if (file && file->stream != stdin)
      closeOne(*file);
    return file;
  }
  for (uint32_t bit = 1; bit != std::size(channels); ++bit) {
    if (!((descriptor >> bit) & 1))
      continue;
    if (channels[bit].stream)
      closeOne(channels[bit]);
    else
      isComplete = false;
  }
  return isComplete && descriptor != 0;
}

bool FileTable::writeFile(File &file, std::string_view text) {
  if (!file.isWriting) {
    std::fseek(file.stream, 0, SEEK_CUR);
    file.isWriting = true;
  }
  errno = 0;
  if (std::fwrite(text.data(), 1, text.size(), file.stream) == text.size())
    return true;
  file.error = errno;
  return false;
}

bool FileTable::write(uint32_t descriptor, std::string_view text) {
  if (descriptor == 1 || descriptor == (FileFlag | 1)) {
    output.write(text);
    return true;
  }
  if (descriptor == (FileFlag | 2)) {
    output.writeError(text);
    return true;
  }
  if (descriptor & FileFlag) {
    File *file = find(descriptor);
    return file && writeFile(*file, text);
  }
  bool isComplete = descriptor != 0;
  if (descriptor & 1)
    output.write(text);
  for (uint32_t bit = 1; bit != std::size(channels); ++bit)
    if ((descriptor >> bit) & 1)
      isComplete &= channels[bit].stream && writeFile(channels[bit], text);
  return isComplete;
}

std::FILE *FileTable::stream(uint32_t descriptor) {
  File *file = descriptor & FileFlag ? find(descriptor) : nullptr;
  if (!file)
    return nullptr;
  if (file->stream == stdin)
    output.flush();
  if (file->isWriting) {
    std::fflush(file->stream);
    file->isWriting = false;
  }
  file->error = 0;
  return file->stream;
}

bool FileTable::flush(uint32_t descriptor) {
  if (descriptor == 1 || descriptor == (FileFlag | 1)) {
    output.flush();
    return true;
  }
  if (descriptor == (FileFlag | 2))
    return true;
  if (descriptor & FileFlag) {
    File *file = find(descriptor);
    return file && (std::fflush(file->stream), true);
  }
  bool isComplete = descriptor != 0;
  if (descriptor & 1)
    output.flush();
  for (uint32_t bit = 1; bit != std::size(channels); ++bit) {
    if (!((descriptor >> bit) & 1))
      continue;
    if (channels[bit].stream)
      std::fflush(channels[bit].stream);
    else
      isComplete = false;
  }
  return isComplete;
}

void FileTable::flushAll() {
  output.flush();
  for (size_t i = StandardFiles; i < files.size(); ++i)
    if (files[i].stream && files[i].isWriting)
      std::fflush(files[i].stream);
  for (File &channel : channels)
    if (channel.stream)
      std::fflush(channel.stream);
}

int FileTable::error(uint32_t descriptor) const {
  if (descriptor == 0)
    return openError;
  const File *file = const_cast<FileTable *>(this)->find(descriptor);
  if (file)
    return file->error;
  bool isStandard = descriptor == 1 || descriptor == (FileFlag | 1) || descriptor == (FileFlag | 2);
  return isStandard ? 0 : EBADF;
}

void FileTable::setError(uint32_t descriptor, int error) {
  if (File *file = find(descriptor))
    file->error = error;
}

} // namespace circtsim::builtins
