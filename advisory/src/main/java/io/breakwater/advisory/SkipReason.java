package io.breakwater.advisory;

import io.breakwater.model.Text;

/** Why a file, or a part of it, was left out of an import. */
public enum SkipReason {
  UNKNOWN_FORM("not a feed that we know", "不是可识别的漏洞源"),
  TEST_DATA("test data of a program, not a feed", "程序自带的测试数据，不是漏洞源"),
  UNREADABLE("cannot be read in whole", "无法完整读取"),
  TOO_LONG("larger than any feed", "超出漏洞源的大小上限"),
  TOO_DEEP("archives or folders are nested too deeply", "归档或目录嵌套过深"),
  MALFORMED("malformed", "格式错误"),
  WITHOUT_ID("records without an id or a date", "缺少编号或日期的记录"),
  WITHOUT_CVE("entries without a CVE", "缺少 CVE 编号的条目"),
  WITHOUT_PACKAGE("statements that name no package", "未指明软件包的条目"),
  WITHOUT_DISTRIBUTION("does not say of which distribution", "未说明所属发行版"),
  WITHOUT_HOLE("updates that mend an earlier update and close no hole", "仅修正先前更新、不涉及漏洞的更新"),
  BAD_RANGE("version ranges that cannot be read", "无法读取的版本范围"),
  BAD_RATING("CVSS vectors that are none", "无效的 CVSS 向量");

  private final Text text;

  SkipReason(String english, String chinese) {
    this.text = new Text(english, chinese);
  }

  /** The reason in words. */
  public Text text() {
    return text;
  }
}
