package io.breakwater.advisory.update;

import io.breakwater.model.Text;

/**
 * Why a feed could not be updated.
 *
 * @param kind what went wrong
 * @param details what exactly; may be a server's words
 */
public record FeedTrouble(Kind kind, String details) {
  /** What can go wrong. {@code {0}} stands for the details. */
  public enum Kind {
    UNREACHABLE("{0}", "{0}"),
    STATUS("the server answered {0}", "服务器返回 {0}"),
    BROKEN("the download broke: {0}", "下载中断：{0}"),
    TOO_LARGE("larger than {0}", "超出上限 {0}"),
    CHECKSUM("not what the publisher's checksum says: {0}", "与发布者的校验和不符：{0}"),
    UNREADABLE("nothing in it is a feed that we know{0}", "无法识别其内容{0}"),
    SHRUNK(
        "refused, as it shrank by more than half: {0}; --accept-shrunk takes it",
        "已拒绝，内容缩减过半：{0}；可用 --accept-shrunk 接受"),
    DISK("cannot be kept: {0}", "无法保存：{0}");

    private final Text text;

    Kind(String english, String chinese) {
      this.text = new Text(english, chinese);
    }

    /** In words. */
    public Text text() {
      return text;
    }
  }
}
